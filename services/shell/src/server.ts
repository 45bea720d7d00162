/** The HTTP side of a service: its doors, two health checks, its public keys, nothing else. */
import { ApolloServer, HeaderMap } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ENVELOPE_HEADER } from '#kernel/envelope.js';
import { Fault, publicText } from '#kernel/faults.js';
import { rightsOf } from '#kernel/field-policy.js';
import { patientServer, refuseConnection, timesSent } from '#kernel/http-server.js';
import { publicKeysOf } from '#kernel/service-keys.js';
import { serverTls } from '#kernel/tls.js';
import { parentSpanOf, TRACE_HEADER } from '#kernel/trace.js';
import { Doors, type Caller } from './doors.js';
import { Exports } from './exports/exports.js';
import { HTTP_OF_FAULT } from './http-of-fault.js';
import { isBroken, logBugs, presentErrors } from './present-errors.js';
import { operationFacts } from './processing-log/operation-facts.js';
import { ReadSession } from './read-session.js';
import type { ServiceParts, ShellRequest, Wired } from './service-definition.js';
import { STALE_EPOCH, StaleEpoch } from './stale-epoch.js';
import { Streams } from './streams.js';
import { refersToNoId, refersToTooMuch } from './too-many-references.js';
import { holdsUnstorableText } from './unstorable-text.js';
import type { GraphQLSchema } from 'graphql';

const BODY_LIMIT = 2 * 1024 * 1024;
const UNSTORABLE = { errors: [{ message: 'De invoer bevat een teken dat niet mag.', extensions: { code: 'BAD_USER_INPUT' } }] };
const TOO_MUCH = { errors: [{ message: publicText('LIMIT_EXCEEDED'), extensions: { code: 'LIMIT_EXCEEDED' } }] };
const NO_ID = { errors: [{ message: publicText('BAD_USER_INPUT'), extensions: { code: 'BAD_USER_INPUT' } }] };
const commandSchema = z.object({ id: z.string().min(1).max(200), epoch: z.number().int(), payload: z.unknown() });

export async function buildServer(parts: ServiceParts, wired: Wired, schema: GraphQLSchema): Promise<FastifyInstance> {
  const apollo = new ApolloServer<ShellRequest>({
    schema,
    introspection: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    csrfPrevention: false,
    // Its listener would be asked about every field, for a header that no answer of ours carries.
    plugins: [ApolloServerPluginInlineTraceDisabled(), ApolloServerPluginCacheControlDisabled(), logBugs(parts.logger), operationFacts(isBroken)],
    formatError: presentErrors(),
    logger: parts.logger,
  });
  await apollo.start();
  const tls = serverTls(parts.settings, 'known');
  const server = fastify({ logger: false, bodyLimit: BODY_LIMIT, serverFactory: patientServer(tls), clientErrorHandler: refuseConnection, forceCloseConnections: 'idle' });
  refuseTwoAnswersToWhoAsks(server);
  server.removeAllContentTypeParsers();
  // Whatever it calls itself: the door asks who is there first, and only then what was brought.
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  server.get('/livez', (_request, reply) => reply.send('ok'));
  server.get('/readyz', async (_request, reply) => {
    const answers = await Promise.all([parts.dataSource, parts.reads].map((pool) => pool.query('select 1'))).then(() => true, () => false);
    return reply.code(answers ? 200 : 503).send(answers ? 'ok' : 'the database does not answer');
  });
  // Public by nature: whoever holds something that this body signed finds here the keys to verify it with.
  const keys = publicKeysOf(parts.settings.SCHAKEL_PARTY_KEYS_FILE, parts.name);
  server.get('/.well-known/jwks.json', (_request, reply) => reply.header('cache-control', 'public, max-age=300').send({ keys }));
  const doors = new Doors(parts.name, parts.settings, wired.askers ?? []);
  server.post('/graphql', (request, reply) => answerQuestion(parts, wired, apollo, doors, request, reply));
  server.post('/commands/:verb', (request, reply) => answerCommand(parts, wired, doors, request, reply));
  const streams = new Streams(doors, wired.streams ?? {}, parts.logger);
  server.get('/streams/:name', { exposeHeadRoute: false }, (request, reply) => streams.answer(request, reply));
  const exports = new Exports(parts, doors, wired.exports ?? []);
  server.get('/exports', { exposeHeadRoute: false }, (request, reply) => exports.list(request, reply));
  server.get('/exports/:name', { exposeHeadRoute: false }, (request, reply) => exports.answer(request, reply));
  server.addHook('preClose', async () => [streams, exports].forEach((door) => door.stop()));
  server.setNotFoundHandler((_request, reply) => reply.code(404).send());
  server.setErrorHandler((error: { statusCode?: number }, _request, reply) => {
    const status = error.statusCode && error.statusCode < 500 ? error.statusCode : 500;
    if (status === 500) parts.logger.error({ err: error }, 'a request failed');
    return reply.code(status).send();
  });
  server.addHook('onClose', () => apollo.stop());
  return server;
}

/** Of two tokens, or of an envelope and a token, nobody can say which was meant. */
function refuseTwoAnswersToWhoAsks(server: FastifyInstance): void {
  server.addHook('onRequest', async ({ raw }, reply) => {
    if (timesSent(raw, 'authorization') + timesSent(raw, ENVELOPE_HEADER) > 1) await reply.code(401).send();
  });
}

async function answerQuestion(parts: ServiceParts, wired: Wired, apollo: ApolloServer<ShellRequest>, doors: Doors, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const started = performance.now();
  const body = bodyOf(request);
  const caller = await doors.asker(request.headers, body);
  if (!caller) return reply.code(401).send();
  const question = readJson(body);
  if (!question) return reply.code(400).send();
  if (holdsUnstorableText(question)) return reply.code(400).send(UNSTORABLE);
  if (refersToTooMuch(question)) return reply.code(400).send(TOO_MUCH);
  if (refersToNoId(question)) return reply.code(400).send(NO_ID);
  const parentSpan = parentSpanOf(request.headers[TRACE_HEADER], caller.requestId);
  const session = new ReadSession(parts.reads, caller, parts, parts.log.of({ ...caller, parentSpan }));
  try {
    const response = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers: new HeaderMap([['content-type', 'application/json']]), search: '', body: question },
      context: () => Promise.resolve(wired.context(shellRequest(parts, caller, session))),
    });
    if (!(await isWrittenDown(parts, session, caller))) return await reply.code(503).send(withheld(parts));
    const text = response.body.kind === 'complete' ? response.body.string : '';
    return await reply.code(response.status ?? 200).header('content-type', 'application/json; charset=utf-8').send(text);
  } finally {
    await session.close().catch(() => undefined);
    parts.logger.info({ requestId: caller.requestId, from: caller.from, statements: session.statements, ms: Math.round(performance.now() - started) }, 'question');
  }
}

/** An answer about persons that stands in no log does not leave (Logboek dataverwerkingen; domain brief 4.3: log first, else refuse). */
async function isWrittenDown(parts: ServiceParts, session: ReadSession, { requestId }: Caller): Promise<boolean> {
  return session.close().then(
    () => true,
    (error: unknown) => {
      parts.logger.error({ event: 'alarm', requestId, err: error }, 'an answer was withheld: its processings could not be written down');
      return false;
    },
  );
}

function withheld({ body }: ServiceParts): object {
  return { data: null, errors: [{ message: publicText('UNAVAILABLE'), extensions: { code: 'UNAVAILABLE', body } }] };
}

async function answerCommand(parts: ServiceParts, wired: Wired, doors: Doors, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const body = bodyOf(request);
  const caller = await doors.commander(request.headers, body);
  if (!caller) return reply.code(401).send();
  const verb = (request.params as { verb: string }).verb;
  const handler = wired.commands && Object.hasOwn(wired.commands, verb) ? wired.commands[verb] : undefined;
  if (!handler) return reply.code(404).send();
  try {
    const command = commandSchema.parse(JSON.parse(body.toString('utf8')));
    const answer = await handler({ ...command, verb, payload: command.payload, from: caller.from, businessDate: caller.businessDate, requestId: caller.requestId, viewer: caller.viewer });
    parts.logger.info({ requestId: caller.requestId, from: caller.from, verb }, 'command');
    return await reply.code(200).send(answer);
  } catch (error) {
    return refuseCommand(parts, verb, caller.requestId, error, reply);
  }
}

function refuseCommand(parts: ServiceParts, verb: string, requestId: string, error: unknown, reply: FastifyReply): FastifyReply {
  if (error instanceof StaleEpoch) {
    parts.logger.warn({ requestId, verb }, 'a command of a sender that was succeeded');
    return reply.code(409).send(STALE_EPOCH);
  }
  const code = error instanceof Fault ? error.code : error instanceof z.ZodError || error instanceof SyntaxError ? 'BAD_USER_INPUT' : 'INTERNAL';
  if (code === 'INTERNAL') parts.logger.error({ requestId, err: error, verb }, 'a command failed');
  return reply.code(HTTP_OF_FAULT[code]).send({ code, message: publicText(code) });
}

function readJson(body: Buffer): object | null {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null ? value : null;
  } catch {
    return null;
  }
}

function shellRequest({ registers }: ServiceParts, caller: Caller, session: ReadSession): ShellRequest {
  const { viewer, businessDate, requestId, deadline, from, ticket } = caller;
  return { viewer, rights: rightsOf(viewer, registers.purposes), businessDate, requestId, deadline, from, ticket, session };
}

function bodyOf(request: FastifyRequest): Buffer {
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}
