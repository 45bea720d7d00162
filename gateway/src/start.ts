/** Puts the parts together, once, and takes them apart again. */
import './no-telemetry.js';
import { businessDateSource } from '#kernel/business-date.js';
import type { Running } from '#kernel/lifecycle.js';
import { createLogger, type Logger } from '#kernel/log.js';
import { clientTls, serverTls, type ClientTls } from '#kernel/tls.js';
import { bodyById, loadRegisters, type Registers } from '#kernel/registers.js';
import { PolicyTables } from './authorization/policy-tables.js';
import { runAuthorised } from './authorization/run-authorised.js';
import { withAuthorization } from './authorization/with-authorization.js';
import { CurrentCosts } from './cost/current-costs.js';
import { exportParts, exportServices, stopExports } from './exports/export-parts.js';
import { NewsHub } from './news/news-hub.js';
import { newsSource } from './news/news-source.js';
import type { Timeouts } from './engine/deadlines.js';
import { plainManner } from './engine/plain-manner.js';
import { sealedManner } from './engine/sealed-manner.js';
import { signingService } from './engine/signing-service.js';
import { KnownSubgraphs, type Locate } from './engine/subgraphs.js';
import type { TrafficRules } from './engine/traffic/traffic.js';
import { Door } from './door.js';
import { drain } from './drain.js';
import type { GatewayFacts } from './observation/facts.js';
import { watchedSteps } from './observation/watched-steps.js';
import { Watching } from './observation/watching.js';
import { runAsSent } from './front/run.js';
import { Texts } from './front/texts.js';
import { knownTexts, loadClients } from './operations/clients.js';
import { howToSignIn } from './pages/pages.js';
import { pipeline, type PipelineParts, type SchakelParts } from './pipeline.js';
import { RateLimits } from './rates/rate-limits.js';
import { sharedCounter } from './rates/shared-counter.js';
import { Readiness } from './readiness.js';
import { PipelineRunner } from './run-pipeline.js';
import type { ExportParts } from './exports/routes.js';
import { httpServer, type Transport } from './server.js';
import type { PlainSettings, SchakelSettings } from './settings.js';
import type { Serving } from './serving.js';
import { compiledFront, stockFront, type Chosen } from './start-front.js';
import { LIMITS, PLAIN_LIMITS } from './steps/limit.js';
import { subscriptionsAdded, withSubscriptions } from './supergraph/with-subscriptions.js';
import { WorkerLink } from './workers/worker-link.js';

export interface RunningGateway extends Running {
  /** The address it listens on; with port 0 the system chose the port. */
  readonly url: string;
  /** Says goodbye and resolves when the last request is answered, before `stop`. */
  drain(): Promise<void>;
}

interface Profile {
  readonly serving: Serving;
  readonly locate: Locate;
  readonly schakel: PipelineParts['schakel'];
  /** Where users sign in; null without the Schakel profile. */
  readonly issuer: string | null;
  readonly transport: Transport;
  readonly exports: ExportParts | null;
  /** How we reach the services. */
  readonly outward: ClientTls;
}

/** The gateway of the federation. */
export function startSchakel(settings: SchakelSettings): Promise<RunningGateway> {
  const registers = loadRegisters(settings.SCHAKEL_REGISTERS_DIR);
  const issuer = settings.SCHAKEL_ISSUER_PUBLIC_URL ?? settings.SCHAKEL_ISSUER;
  const tokens = {
    issuer: settings.SCHAKEL_ISSUER,
    audience: settings.SCHAKEL_AUDIENCE,
    jwksUrl: settings.SCHAKEL_JWKS_URL,
    bodies: new Set(registers.bodies.map(({ id }) => id)),
    howToSignIn: howToSignIn(issuer, settings.SCHAKEL_PLAYGROUND),
  };
  const policies = new PolicyTables();
  const costs = new CurrentCosts();
  const subscriptions = subscriptionsAdded();
  const exports = exportParts(settings, exportServices(settings, registers));
  return startGateway(settings, {
    serving: {
      supergraphFile: settings.SCHAKEL_SUPERGRAPH,
      prepare: policies.prepare,
      around: (gateway) => costs.beside(withAuthorization(withSubscriptions(gateway), policies)),
      run: runAuthorised,
      opened: (plannerCopy, apiSchema) => {
        const schema = subscriptions(apiSchema);
        policies.loaded(plannerCopy, schema);
        costs.loaded(plannerCopy, schema);
        return schema;
      },
      known: [...knownTexts(settings.SCHAKEL_REGISTERS_DIR)],
    },
    locate: locateParties(settings, registers),
    schakel: { tokens, purposes: registers.purposes, news: newsHub(settings, registers), exports: exports.catalogue, policies, ...bounds(settings, costs) },
    issuer,
    transport: transportOf(settings),
    exports,
    outward: clientTls(settings),
  });
}

function transportOf(settings: SchakelSettings): Transport {
  const weaknesses = { contact: settings.SCHAKEL_SECURITY_CONTACT, expires: settings.SCHAKEL_SECURITY_EXPIRES };
  return { tls: serverTls(settings, 'anybody'), origins: new Set(settings.SCHAKEL_CORS_ORIGINS), weaknesses, bodyBytes: BODY_BYTES };
}

const BODY_BYTES = 100 * 1024;
/** Others' operations are longer, and their variables. */
const PLAIN_BODY_BYTES = 2 * 1024 * 1024;
const PLAIN_TRANSPORT: Transport = { tls: null, origins: new Set(), weaknesses: { contact: undefined, expires: undefined }, bodyBytes: PLAIN_BODY_BYTES };

/** What each application and each user may ask at most. */
function bounds(settings: SchakelSettings, costs: CurrentCosts): Pick<SchakelParts, 'rates' | 'operations' | 'costs'> {
  const clients = loadClients(settings.SCHAKEL_REGISTERS_DIR);
  const rates = {
    requests: { perUser: settings.SCHAKEL_REQUESTS_PER_USER, perBody: settings.SCHAKEL_REQUESTS_PER_BODY },
    lookUps: { perUser: settings.SCHAKEL_LOOK_UPS_PER_USER, perBody: settings.SCHAKEL_LOOK_UPS_PER_BODY },
  };
  const budgets = { portal: settings.SCHAKEL_COST_PORTAL, 'partner-system': settings.SCHAKEL_COST_PARTNER_SYSTEM, analyst: settings.SCHAKEL_COST_ANALYST };
  const redis = settings.SCHAKEL_REDIS_URL === undefined ? null : sharedCounter(settings.SCHAKEL_REDIS_URL, createLogger('gateway', settings.SCHAKEL_LOG_LEVEL));
  return { rates: new RateLimits(rates, redis), operations: { clients, portals: settings.SCHAKEL_OPERATIONS }, costs: { clients, budgets, tableOf: costs.of } };
}

/** Any other supergraph, as a plain Federation 2 gateway; one that wants protection is refused, because nobody here would enforce it. */
export function startPlain(settings: PlainSettings, supergraphFile: string): Promise<RunningGateway> {
  const locate: Locate = (name, url) => {
    if (!url) throw new Error(`the supergraph gives no address for subgraph ${name}`);
    return { url, facts: { name, timeouts: timeoutsOf(settings), manner: plainManner(name, settings.SCHAKEL_FORWARD_HEADERS) } };
  };
  const serving: Serving = { supergraphFile, prepare: (sdl) => sdl, around: (gateway) => gateway, run: runAsSent, opened: (_plannerCopy, apiSchema) => apiSchema, known: [] };
  return startGateway(settings, { serving, locate, schakel: null, issuer: null, transport: PLAIN_TRANSPORT, exports: null, outward: {} });
}

async function startGateway(settings: PlainSettings, profile: Profile): Promise<RunningGateway> {
  const logger = createLogger('gateway', settings.SCHAKEL_LOG_LEVEL);
  const subgraphs = new KnownSubgraphs(profile.locate, profile.outward, trafficRules(settings), logger);
  const readiness = new Readiness(profile.outward);
  const link = WorkerLink.open(readiness);
  const suggestions = settings.SCHAKEL_SUGGESTIONS ?? settings.SCHAKEL_PLAYGROUND;
  const pages = { playground: settings.SCHAKEL_PLAYGROUND, issuer: profile.issuer };
  const app = httpServer({ runner: () => runner, health: link ?? readiness, pages, transport: profile.transport, exports: profile.exports });
  const door = new Door(app.server);
  const watching = new Watching(settings, logger);
  const texts = new Texts((profile.schakel ? LIMITS : PLAIN_LIMITS).tokens);
  const parts = { serving: profile.serving, subgraphs, texts, logger, server: app.server, settings, observer: watching.observer };
  const chosen = settings.SCHAKEL_ENGINE === 'compiled' ? await compiledFront(parts) : stockFront(parts);
  const steps = watchedSteps(pipeline({ logger, gateway: chosen.gateway, losesTypes: chosen.losesTypes, texts, suggestions, schakel: profile.schakel }), watching.observer);
  const runner = new PipelineRunner(steps, chosen.front(steps));
  await runner.front.start();
  readiness.start(profile.schakel ? subgraphs.urls : new Map(), () => chosen.facts?.().supergraph.warning ?? null);
  const listening = await app.listen({ host: settings.SCHAKEL_HOST, port: settings.SCHAKEL_PORT });
  const url = profile.transport.tls ? listening.replace(/^http:/, 'https:') : listening;
  await watching.open(factsOf(profile, { readiness, door, subgraphs, engine: chosen.facts }), link);
  logger.info({ url, profile: profile.schakel ? 'schakel' : 'plain' }, 'listening');
  const endStreams = async (): Promise<void> => profile.schakel?.news.stop();
  return { url, drain: () => drain({ door, readiness, endStreams }, settings, logger), stop: () => stopAll(logger, [async () => link?.close(), () => watching.close(), () => readiness.stop(), async () => profile.schakel?.news.stop(), async () => profile.schakel?.rates.close(), async () => profile.exports && stopExports(profile.exports), () => runner.front.stop(), () => chosen.stop(), () => app.close(), () => subgraphs.close()]) };
}

/** What is told of how it goes. */
function factsOf(profile: Profile, { readiness, door, subgraphs, engine }: { readiness: Readiness; door: Door; subgraphs: KnownSubgraphs; engine: Chosen['facts'] }): GatewayFacts {
  return {
    ready: () => readiness.ready,
    inFlight: () => door.inFlight,
    streams: () => profile.schakel?.news.open ?? 0,
    exports: () => profile.exports?.giving.open.size ?? 0,
    engine: () => engine?.() ?? null,
    traffic: () => subgraphs.facts(),
  };
}

function locateParties(settings: SchakelSettings, registers: Registers): Locate {
  const businessDate = businessDateSource(settings.SCHAKEL_BUSINESS_DATE);
  const keys = settings.SCHAKEL_ENVELOPE_KEYS;
  return (name) => {
    const url = settings.SCHAKEL_SUBGRAPHS.get(name);
    const key = keys.get(name);
    const party = registers.parties.find(({ service }) => service === name);
    if (!url || !key || !party) throw new Error(`subgraph ${name}: its address, its envelope key or its place in the partner register is missing`);
    const signingKey = (viewer: { body: string }): Buffer | null => keys.get(signingService(registers.parties, viewer.body, name) ?? '') ?? null;
    return { url, facts: { name, timeouts: timeoutsOf(settings), manner: sealedManner(bodyById(registers, party.body), { audience: name, key, businessDate, signingKey }) } };
  };
}

/** The service that keeps the agreements tells what changed. */
const NEWS_SERVICE = 'reintegration';

function newsHub(settings: SchakelSettings, registers: Registers): NewsHub {
  const url = settings.SCHAKEL_SUBGRAPHS.get(NEWS_SERVICE);
  const key = settings.SCHAKEL_ENVELOPE_KEYS.get(NEWS_SERVICE);
  const party = registers.parties.find(({ service }) => service === NEWS_SERVICE);
  if (!url || !key || !party) throw new Error(`service ${NEWS_SERVICE}: its address, its envelope key or its place in the partner register is missing`);
  const address = { service: NEWS_SERVICE, url, key, businessDate: businessDateSource(settings.SCHAKEL_BUSINESS_DATE), tls: clientTls(settings) };
  const bounds = { perUser: settings.SCHAKEL_STREAMS_PER_USER, inAll: Math.ceil(settings.SCHAKEL_STREAMS / settings.SCHAKEL_WORKERS) };
  return new NewsHub(newsSource(address, createLogger('gateway', settings.SCHAKEL_LOG_LEVEL)), bounds, party.body);
}

function timeoutsOf(settings: PlainSettings): Timeouts {
  return { readMs: settings.SCHAKEL_READ_TIMEOUT_MS, writeMs: settings.SCHAKEL_WRITE_TIMEOUT_MS };
}

function trafficRules(settings: PlainSettings): TrafficRules {
  const breaker = { failures: settings.SCHAKEL_BREAKER_FAILURES, pauseMs: settings.SCHAKEL_BREAKER_PAUSE_MS };
  return { connections: settings.SCHAKEL_SUBGRAPH_CONNECTIONS, waiting: settings.SCHAKEL_SUBGRAPH_QUEUE, retryShare: settings.SCHAKEL_RETRY_PERCENT / 100, breaker };
}

/** In order, each even when the one before it failed. */
async function stopAll(logger: Logger, stops: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const stop of stops) await stop().catch((error: unknown) => logger.error({ err: error }, 'stopping'));
}
