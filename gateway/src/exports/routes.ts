/**
 * What stands below /v1/: the exports, their list, and the document that describes them, under the Dutch rules for REST APIs. Every request goes
 * through the same steps as a question (pipeline.ts) up to the choice of the export; the document alone is for everybody, without a token.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Fault, notFound } from '#kernel/faults.js';
import type { Exchange } from '../exchange.js';
import type { HttpAnswer } from '../http-answer.js';
import { exchangeOf, send } from '../http-exchange.js';
import type { PipelineRunner } from '../run-pipeline.js';
import { accepts } from './accepts.js';
import type { ExportCatalogue } from './catalogue.js';
import type { ExportClient } from './export-client.js';
import type { Offer } from './offer.js';
import { API_VERSION, openApi, type ApiContact } from './openapi.js';
import { mistake } from './problem.js';
import type { ExportSeats } from './seats.js';
import { giveOut, type GivingOut } from './give-out.js';

export const API = '/v1';
const JSON_TYPE = 'application/json';
const OTHER_METHODS = ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const MAX_ADDRESS = 1_000;

export interface ExportParts {
  readonly catalogue: ExportCatalogue;
  readonly client: ExportClient;
  readonly seats: ExportSeats;
  readonly giving: GivingOut;
  readonly contact: ApiContact | null;
}

type Runner = () => PipelineRunner;

export function answerRest(app: FastifyInstance, runner: Runner, parts: ExportParts): void {
  app.addHook('onRequest', async (request, reply) => tellVersion(request, reply));
  const reads: readonly [string, (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>][] = [
    ['/openapi.json', (request, reply) => describe(runner, parts, request, reply)],
    ['/exports', (request, reply) => list(runner, parts, request, reply)],
    ['/exports/:name', (request, reply) => answerExport(runner, parts, request, reply)],
  ];
  for (const [path, handler] of reads) {
    app.route({ method: ['GET', 'HEAD'], url: API + path, handler });
    app.route({ method: OTHER_METHODS, url: API + path, handler: (request, reply) => refuse(runner, request, reply.header('allow', 'GET, HEAD'), mistake('Hier kan alleen worden gelezen: GET of HEAD.'), 405) });
  }
  app.all(`${API}/*`, (request, reply) => refuse(runner, request, reply, notFound(), 404));
}

/** On the response itself, because a file does not pass the reply. */
export function tellVersion({ url }: FastifyRequest, reply: FastifyReply): void {
  if (url.startsWith(`${API}/`)) reply.raw.setHeader('API-Version', API_VERSION);
}

function refuse(runner: Runner, request: FastifyRequest, reply: FastifyReply, fault: Fault, status: number): FastifyReply {
  const exchange = exchangeOf(request, 'rest');
  return send(reply, exchange, runner().refuse(exchange, fault, status));
}

/** Public (core/publish-openapi): it tells what there is, not what is in it. */
async function describe(runner: Runner, { catalogue, contact }: ExportParts, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  reply.raw.setHeader('access-control-allow-origin', '*');
  reply.raw.setHeader('cross-origin-resource-policy', 'cross-origin');
  if (!accepts(request.headers.accept, JSON_TYPE)) return refuse(runner, request, reply, mistake(`Dit document is er als ${JSON_TYPE}.`), 406);
  const { offers } = await catalogue.all();
  return reply.code(200).header('content-type', JSON_TYPE).send(JSON.stringify(openApi(offers, contact)));
}

async function list(runner: Runner, { catalogue }: ExportParts, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const exchange = exchangeOf(request, 'rest');
  const refusal = (await runner().admit(exchange)) ?? unacceptable(runner(), exchange, request, JSON_TYPE);
  if (refusal) return send(reply, exchange, refusal);
  const { offers, missing } = await catalogue.all();
  runner().finish(exchange);
  const body = JSON.stringify({ exports: offers.map(listed), unavailableBodies: missing.map(({ id }) => id) });
  return send(reply, exchange, { status: 200, headers: [['content-type', JSON_TYPE]], body });
}

function listed({ service, name, title, description, purpose, roles, mediaType, parameters }: Offer): object {
  return { name, title, description, body: service.body.id, purpose, roles, mediaType, parameters };
}

async function answerExport(runner: Runner, parts: ExportParts, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const exchange = exchangeOf(request, 'rest', (request.params as { name: string }).name);
  const pipeline = runner();
  const refusal = (await pipeline.admit(exchange)) ?? unacceptable(pipeline, exchange, request, exchange.offer?.mediaType ?? '');
  if (refusal) return send(reply, exchange, refusal);
  const { offer, viewer } = exchange;
  if (!offer || !viewer) return send(reply, exchange, pipeline.refuse(exchange, new TypeError('an export that nobody chose')));
  if (request.method === 'HEAD') return answerHead(pipeline, exchange, offer, reply);
  const leave = parts.seats.take(viewer);
  if (!leave) return send(reply, exchange, pipeline.refuse(exchange, new Fault('LIMIT_EXCEEDED', 'Er lopen al te veel leveringen tegelijk. Wacht tot er een klaar is.'), 429));
  try {
    const { search } = new URL(request.url, 'http://gateway');
    return await giveOut({ ...parts.giving, client: parts.client, pipeline }, { exchange, offer, viewer, search }, reply);
  } finally {
    leave();
  }
}

/** Says that the export may be asked for; nobody's data are read, and its parameters are not judged. */
function answerHead(pipeline: PipelineRunner, exchange: Exchange, { mediaType }: Offer, reply: FastifyReply): FastifyReply {
  pipeline.finish(exchange);
  return send(reply, exchange, { status: 200, headers: [['content-type', mediaType]], body: '' });
}

function unacceptable(pipeline: PipelineRunner, exchange: Exchange, request: FastifyRequest, mediaType: string): HttpAnswer | null {
  if (request.url.length > MAX_ADDRESS) return pipeline.refuse(exchange, mistake('Dit adres is langer dan een levering vraagt.'), 414);
  return accepts(request.headers.accept, mediaType) ? null : pipeline.refuse(exchange, mistake(`Deze levering is er als ${mediaType}.`), 406);
}
