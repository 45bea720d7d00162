/** HTTP: which address answers what. Everything about GraphQL is in pipeline.ts, what stands below /v1/ in exports/routes.ts. */
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { Fault } from '#kernel/faults.js';
import { patientServer, refuseConnection } from '#kernel/http-server.js';
import type { ServerTls } from '#kernel/tls.js';
import { allowOrigins } from './cors.js';
import type { Arrival, Exchange } from './exchange.js';
import { answerRest, API, tellVersion, type ExportParts } from './exports/routes.js';
import { carriesQuestion, graphqlBody, graphqlParameters, HttpRefusal } from './graphql-body.js';
import { exchangeOf, send } from './http-exchange.js';
import { follow } from './news/follow.js';
import type { Subscription } from './news/subscription.js';
import { sendPage, servePages, type PageFacts } from './pages/pages.js';
import type { PipelineRunner } from './run-pipeline.js';
import { tellBrowsers } from './security-headers.js';
import { serveSecurityTxt, type SecurityContact } from './security-txt.js';
import type { GraphQLRequestBody } from './step.js';
import { wantsEvents } from './steps/live-news.js';
import type { Health } from './workers/messages.js';

const GRAPHQL_PATHS = ['/graphql', '/'];

export interface ServerParts {
  /** A function, because the GraphQL server needs the HTTP server and the other way round. */
  readonly runner: () => PipelineRunner;
  readonly health: Health;
  readonly pages: PageFacts;
  readonly transport: Transport;
  /** Null without the Schakel profile. */
  readonly exports: ExportParts | null;
}

/** How others reach us, and what they are told before they ask. */
export interface Transport {
  readonly tls: ServerTls | null;
  /** Of pages elsewhere that may ask. */
  readonly origins: ReadonlySet<string>;
  readonly weaknesses: SecurityContact;
  /** A longer body is not read. */
  readonly bodyBytes: number;
}

export function httpServer(parts: ServerParts): FastifyInstance {
  const { tls, origins, weaknesses, bodyBytes } = parts.transport;
  const app = fastify({ bodyLimit: bodyBytes, serverFactory: patientServer(tls), clientErrorHandler: refuseConnection, forceCloseConnections: 'idle', logger: false, frameworkErrors: (error, request, reply) => refuseAddress(parts, error, request, reply) });
  tellBrowsers(app, tls !== null);
  allowOrigins(app, origins);
  serveSecurityTxt(app, weaknesses);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.setErrorHandler((error, request, reply) => refuseHttp(parts, error, request, reply));
  app.setNotFoundHandler((_request, reply) => reply.code(404).send());
  app.get('/livez', (_request, reply) => reply.code(200).type('text/plain').send('ok\n'));
  app.get('/readyz', (_request, reply) => sendHealth(parts.health, reply));
  for (const path of GRAPHQL_PATHS) {
    app.post(path, (request, reply) => answerGraphQL(parts, request, reply, 'post', () => graphqlBody(request.headers, request.body)));
    app.get(path, (request, reply) => answerVisitor(parts, request, reply));
    app.route({ method: ['PUT', 'PATCH', 'DELETE', 'OPTIONS'], url: path, handler: (_request, reply) => reply.code(405).header('allow', 'GET, POST').send() });
  }
  if (parts.exports) answerRest(app, parts.runner, parts.exports);
  servePages(app, parts.pages);
  return app;
}

function sendHealth({ ready, text }: Health, reply: FastifyReply): FastifyReply {
  return reply.code(ready ? 200 : 503).type('text/plain').send(text);
}

/** `read` gives the question, or throws HttpRefusal. */
async function answerGraphQL({ runner }: ServerParts, request: FastifyRequest, reply: FastifyReply, arrival: Arrival, read: () => GraphQLRequestBody): Promise<FastifyReply> {
  const exchange = exchangeOf(request, arrival);
  const pipeline = runner();
  const refusal = await pipeline.admit(exchange);
  if (refusal) return send(reply, exchange, refusal);
  try {
    const answer = await pipeline.execute(exchange, pipeline.read(exchange, read()), request.headers.accept);
    return await (exchange.opened.subscription ? stream(pipeline, exchange, exchange.opened.subscription, reply) : send(reply, exchange, answer));
  } catch (error) {
    return send(reply, exchange, error instanceof HttpRefusal ? pipeline.refuse(exchange, error.fault, error.status) : pipeline.refuse(exchange, error));
  }
}

async function stream(pipeline: PipelineRunner, exchange: Exchange, subscription: Subscription, reply: FastifyReply): Promise<FastifyReply> {
  const answer = await follow({ pipeline, exchange, subscription }, () => reply.hijack().raw);
  return answer ? send(reply, exchange, answer) : reply;
}

/** A browser gets the page; an address with a question in it gets the answer, when no other site can have made a browser go there. */
function answerVisitor(parts: ServerParts, request: FastifyRequest, reply: FastifyReply): FastifyReply | Promise<FastifyReply> {
  const parameters = new URL(request.url, 'http://gateway').searchParams;
  const wantsPage = request.headers.accept?.includes('text/html') ?? false;
  if (wantsPage || !(carriesQuestion(parameters) || wantsEvents(request.headers.accept))) return sendPage(parts.pages, reply);
  return answerGraphQL(parts, request, reply, 'get', () => graphqlParameters(request.headers, parameters));
}

/** An address that is none: no hook sees it. */
function refuseAddress(parts: ServerParts, error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (parts.exports) tellVersion(request, reply);
  return refuseHttp(parts, error, request, reply);
}

/** What the HTTP layer itself refuses: a body over the limit, a malformed request, a header that is too long. */
function refuseHttp({ runner }: ServerParts, error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const exchange = exchangeOf(request, request.url.startsWith(`${API}/`) ? 'rest' : 'post');
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status === 413) return send(reply, exchange, runner().refuse(exchange, new Fault('LIMIT_EXCEEDED'), 413));
  return send(reply, exchange, runner().refuse(exchange, status < 500 ? new Fault('BAD_USER_INPUT') : error, status < 500 ? status : 0));
}
