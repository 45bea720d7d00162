/** The gateway's settings, by environment; all faults are told at once at start. */
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { businessDateSetting } from '#kernel/business-date.js';
import { DEFAULT_REGISTERS_DIR } from '#kernel/registers.js';
import { mapSetting, onOffSetting, portSetting } from '#kernel/settings.js';
import { checkTls, tlsClientSettingsShape, tlsSettingsShape } from '#kernel/tls.js';
import { forwardRule } from './engine/plain-manner.js';
import { operatorSettingsShape } from './operator-settings.js';
import { PLANNERS } from './engine/planning/planning-messages.js';
import { OPERATION_RULES } from './steps/known-operations.js';

export const DEFAULT_SUPERGRAPH = fileURLToPath(new URL('../../../schema/supergraph.graphql', import.meta.url));
const milliseconds = (value: number) => z.coerce.number().int().min(50).max(60_000).default(value);
const large = (value: number) => z.coerce.number().int().min(1).max(1_000_000_000).default(value);
const count = (value: number) => z.coerce.number().int().min(1).max(10_000).default(value);

export const ENGINES = ['stock', 'compiled'] as const;

const plain = {
  SCHAKEL_HOST: z.string().default('127.0.0.1'),
  SCHAKEL_PORT: portSetting.default(4000),
  SCHAKEL_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  SCHAKEL_READ_TIMEOUT_MS: milliseconds(1500),
  SCHAKEL_WRITE_TIMEOUT_MS: milliseconds(5000),
  /** Per subgraph: questions under way (each on a connection of its own), and questions that wait for their turn. */
  SCHAKEL_SUBGRAPH_CONNECTIONS: z.coerce.number().int().min(1).max(1_000).default(64),
  SCHAKEL_SUBGRAPH_QUEUE: z.coerce.number().int().min(0).max(100_000).default(1_000),
  /** Reads that are asked again, in percent of all; 0: none. */
  SCHAKEL_RETRY_PERCENT: z.coerce.number().int().min(0).max(100).default(10),
  /** A subgraph that failed so often in ten seconds, and at least every other time, is left alone for so long. */
  SCHAKEL_BREAKER_FAILURES: z.coerce.number().int().min(1).max(100_000).default(10),
  SCHAKEL_BREAKER_PAUSE_MS: milliseconds(500),
  /** Headers of the client that a plain gateway sends along. */
  SCHAKEL_FORWARD_HEADERS: z.string().default('authorization, traceparent, tracestate, baggage').transform(forwardRule),
  /** The query page at `/`; it hands out nothing, but it belongs on a machine of one's own. */
  SCHAKEL_PLAYGROUND: onOffSetting.default(false),
  /** "Did you mean ..." in error messages; they give the schema away. */
  SCHAKEL_SUGGESTIONS: onOffSetting.optional(),
  /** Who fetches and puts together: the executor of @apollo/gateway, or our own. */
  SCHAKEL_ENGINE: z.enum(ENGINES).default('compiled'),
  ...operatorSettingsShape,
  /** Who makes the plans of the compiled engine. */
  SCHAKEL_PLANNER: z.enum(PLANNERS).default('auto'),
  SCHAKEL_PLAN_TIMEOUT_MS: milliseconds(2000),
  /** Where the last good supergraph and the texts of recent operations are kept; absent: nowhere. */
  SCHAKEL_STATE_DIR: z.string().min(1).optional(),
};

/** For `--supergraph FILE`: a plain Federation 2 gateway, addresses from the supergraph itself. */
export const plainSettingsSchema = z.object(plain);

/** With the Schakel profile: identity, purpose, envelopes. */
export const schakelSettingsSchema = z.object({
  ...plain,
  SCHAKEL_SUPERGRAPH: z.string().default(DEFAULT_SUPERGRAPH),
  SCHAKEL_REGISTERS_DIR: z.string().default(DEFAULT_REGISTERS_DIR),
  SCHAKEL_SUBGRAPHS: mapSetting.refine(allUrls, 'must be a list of name=http(s) address'),
  SCHAKEL_ENVELOPE_KEYS: mapSetting.transform(keysOf).refine((keys) => [...keys.values()].every((key) => key.length >= 32), 'every key must be at least 32 bytes, base64url'),
  SCHAKEL_ISSUER: z.string().min(1),
  SCHAKEL_JWKS_URL: z.url(),
  SCHAKEL_AUDIENCE: z.string().default('schakel'),
  /** Where a browser finds the issuer; the same as SCHAKEL_ISSUER when absent. */
  SCHAKEL_ISSUER_PUBLIC_URL: z.url().optional(),
  SCHAKEL_BUSINESS_DATE: businessDateSetting.default('today'),
  /** Subscriptions open at the same time; each event is a question to the services. */
  SCHAKEL_STREAMS: count(500),
  SCHAKEL_STREAMS_PER_USER: count(5),
  /** `known`: portals run the operations of their list; `free`: every client writes its own. */
  SCHAKEL_OPERATIONS: z.enum(OPERATION_RULES).default('known'),
  /** What one operation may cost, by the kind of application that asks. */
  SCHAKEL_COST_PORTAL: large(5_000),
  SCHAKEL_COST_PARTNER_SYSTEM: large(10_000),
  SCHAKEL_COST_ANALYST: large(5_000),
  /** Per minute: requests, and people looked up by their number. */
  SCHAKEL_REQUESTS_PER_USER: large(600),
  SCHAKEL_REQUESTS_PER_BODY: large(6_000),
  SCHAKEL_LOOK_UPS_PER_USER: large(30),
  SCHAKEL_LOOK_UPS_PER_BODY: large(300),
  /** Where gateways count together; absent: each in its own memory. */
  SCHAKEL_REDIS_URL: z.string().regex(/^rediss?:\/\//, 'must be a redis:// or rediss:// address').optional(),
  ...tlsSettingsShape,
  ...tlsClientSettingsShape,
  /** Pages of other origins that may ask; none when absent. */
  SCHAKEL_CORS_ORIGINS: z.string().default('').transform(listOf).refine((origins) => origins.every(isOrigin), 'must be a list of origins (https://portal.example), separated by commas'),
  SCHAKEL_SECURITY_CONTACT: z.string().regex(/^(?:mailto:|https:\/\/|tel:)\S+$/, 'must be a mailto:, https: or tel: address').optional(),
  /** Who answers questions about the exports; stands in the document that describes them. */
  SCHAKEL_API_CONTACT: z.string().transform(contactOf).optional(),
  SCHAKEL_SECURITY_EXPIRES: z.iso.datetime().optional(),
}).superRefine((settings, context) => {
  checkTls(settings, [...settings.SCHAKEL_SUBGRAPHS.values()], (name, message) => context.addIssue({ code: 'custom', path: [name], message }));
});

export type PlainSettings = z.infer<typeof plainSettingsSchema>;
export type SchakelSettings = z.infer<typeof schakelSettingsSchema>;

function listOf(text: string): string[] {
  return text.split(',').map((one) => one.trim()).filter((one) => one !== '');
}

/** Name, e-mail address and address of a page, as a document of an API names its contact. */
function contactOf(text: string, context: { addIssue(issue: { code: 'custom'; message: string }): void }): { name: string; email: string; url: string } {
  const [name = '', email = '', url = '', ...more] = listOf(text);
  if (more.length > 0 || !/^\S+@\S+$/.test(email) || !/^https:\/\//.test(url) || !URL.canParse(url)) context.addIssue({ code: 'custom', message: 'must be a name, an e-mail address and an https address, separated by commas' });
  return { name, email, url };
}

function isOrigin(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

function allUrls(map: ReadonlyMap<string, string>): boolean {
  return [...map.values()].every((text) => /^https?:\/\//.test(text) && URL.canParse(text));
}

function keysOf(map: ReadonlyMap<string, string>): ReadonlyMap<string, Buffer> {
  return new Map([...map].map(([name, text]) => [name, Buffer.from(text, 'base64url')]));
}
