/** The real gateway, listening, over three stub subgraphs and a local issuer. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_REGISTERS_DIR } from '#kernel/registers.js';
import type { ServerTls } from '#kernel/tls.js';
import { schakelSettingsSchema } from '../src/settings.js';
import { startPlain, startSchakel, type RunningGateway } from '../src/start.js';
import { fixtureSupergraph } from './fixture-supergraph.js';
import { AUDIENCE, CASE_WORKER, ISSUER, LocalIssuer } from './local-issuer.js';
import { StubSubgraph } from './stub-subgraph.js';

export const NAMES = ['reintegration', 'sw-leiden', 'sw-wassenaar'] as const;
export const READ_TIMEOUT_MS = 600;
export const BUSINESS_DATE = '2014-03-03';

/** `SCHAKEL_ENGINE=compiled npm test units gateway/test` asks everything of the other engine. */
const ENGINE = process.env['SCHAKEL_ENGINE'] === undefined ? {} : { SCHAKEL_ENGINE: process.env['SCHAKEL_ENGINE'] };

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: { data?: Record<string, unknown> | null; errors?: { message: string; path?: unknown[]; extensions: Record<string, unknown> }[]; extensions?: unknown };
}

type Stubs = Readonly<Record<(typeof NAMES)[number], StubSubgraph>>;

export class GatewayKit {
  private constructor(
    readonly gateway: RunningGateway,
    readonly stubs: Stubs,
    readonly issuer: LocalIssuer,
    readonly keys: ReadonlyMap<string, Buffer>,
    readonly supergraphFile: string,
  ) {}

  /** `supergraph` of the addresses of the stubs. */
  static async start(profile: 'schakel' | 'plain' = 'schakel', environment: Readonly<Record<string, string>> = {}, stubTls: ServerTls | null = null, supergraph = fixtureSupergraph): Promise<GatewayKit> {
    const [reintegration, leiden, wassenaar] = await Promise.all([StubSubgraph.start(stubTls), StubSubgraph.start(stubTls), StubSubgraph.start(stubTls)]);
    const stubs: Stubs = { reintegration, 'sw-leiden': leiden, 'sw-wassenaar': wassenaar };
    const issuer = await LocalIssuer.start();
    const keys = new Map(NAMES.map((name, index) => [name as string, Buffer.alloc(32, index + 1)]));
    const supergraphFile = join(await mkdtemp(join(tmpdir(), 'schakel-gateway-')), 'supergraph.graphql');
    await writeFile(supergraphFile, supergraph(Object.fromEntries(NAMES.map((name) => [name, stubs[name].url])), profile === 'schakel'));
    const settings = schakelSettingsSchema.parse({
      SCHAKEL_LOG_LEVEL: 'silent',
      SCHAKEL_READ_TIMEOUT_MS: READ_TIMEOUT_MS,
      SCHAKEL_SUPERGRAPH: supergraphFile,
      SCHAKEL_REGISTERS_DIR: DEFAULT_REGISTERS_DIR,
      SCHAKEL_SUBGRAPHS: NAMES.map((name) => `${name}=${stubs[name].url}`).join(','),
      SCHAKEL_ENVELOPE_KEYS: [...keys].map(([name, key]) => `${name}=${key.toString('base64url')}`).join(','),
      SCHAKEL_ISSUER: ISSUER,
      SCHAKEL_JWKS_URL: issuer.jwksUrl,
      SCHAKEL_AUDIENCE: AUDIENCE,
      SCHAKEL_BUSINESS_DATE: BUSINESS_DATE,
      SCHAKEL_OPERATIONS: 'free',
      ...ENGINE,
      ...environment,
    });
    const onAnyPort = { ...settings, SCHAKEL_PORT: 0 };
    const gateway = await (profile === 'schakel' ? startSchakel(onAnyPort) : startPlain(onAnyPort, supergraphFile));
    return new GatewayKit(gateway, stubs, issuer, keys, supergraphFile);
  }

  /** Posts as a case worker unless the headers say otherwise. */
  async ask(body: object, headers: Readonly<Record<string, string>> = {}): Promise<Answered> {
    const authorization = `Bearer ${await this.issuer.token(CASE_WORKER)}`;
    return this.send({ method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', authorization, ...headers } });
  }

  async send(init: RequestInit, path: string = '/graphql'): Promise<Answered> {
    const response = await fetch(this.gateway.url + path, init);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : {} };
  }

  reset(): void {
    for (const stub of Object.values(this.stubs)) stub.reset();
  }

  get askedTotal(): number {
    return Object.values(this.stubs).reduce((sum, { asked }) => sum + asked.length, 0);
  }

  async stop(): Promise<void> {
    await this.gateway.stop();
    await Promise.all([...Object.values(this.stubs), this.issuer].map((one) => one.stop()));
    await rm(join(this.supergraphFile, '..'), { recursive: true, force: true });
  }
}

/** Answers `_entities` with a worker name per representation. */
export function namesByReference(prefix: string): (asked: { variables: Readonly<Record<string, unknown>> }) => object {
  return ({ variables }) => ({ data: { _entities: (variables['representations'] as { id: string }[]).map(({ id }) => ({ workerName: `${prefix} ${id}` })) } });
}
