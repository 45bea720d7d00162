/**
 * What an export of one agreement holds, and what it leaves out: the worker is a pseudonym, officials are their body, what somebody typed
 * freely and the facts of a terms version are hashes, by which their holder can show that they are the ones.
 */
import { z } from 'zod';
import { contentHash } from '#kernel/canonical.js';

export const FORMAT = 'schakel-agreement/1';

const text = z.string();
const whole = z.number().int();
const record = z.record(z.string(), z.unknown());
const party = z.strictObject({ role: text, actingBody: text, onBehalfOf: text, basis: text, authorityUntil: text.nullable() });

const termsVersionShape = z.strictObject({ number: whole, hash: text, terms: record, factsHash: text, proposedBy: text, proposedAt: text, parties: z.array(party) });
/** `revision` is the one that the acceptance made, `voidedBy` the one that voided it. */
const acceptanceShape = z.strictObject({ role: text, actingBody: text, termsVersion: whole, at: text, signature: text, revision: whole, voidedBy: whole.nullable() });
/** `on` is the business date; `actorBody` null is the coordinator. */
const historyShape = z.strictObject({ revision: whole, version: whole, event: z.looseObject({ type: text }), at: text, on: text, actorBody: text.nullable() });
const keyShape = z.strictObject({ service: text, kid: text, thumbprint: text });

export const contentShape = z.strictObject({
  format: z.literal(FORMAT),
  exportedAt: text,
  /** Service and body that made and sealed it. */
  by: text,
  body: text,
  /** The stored row. */
  agreement: z.looseObject({ id: text, state: text }),
  termsVersions: z.array(termsVersionShape),
  acceptances: z.array(acceptanceShape),
  history: z.array(historyShape),
  /** Its rows in the joint service's audit chain, by number and hash, to be found there. */
  audit: z.array(z.strictObject({ seq: text, verb: text, hash: text })),
  /** RFC 7638 thumbprints of the keys of the bodies that act in it. */
  keys: z.array(keyShape),
});

export const documentShape = z.strictObject({ content: contentShape, seal: text });

export type ExportContent = z.infer<typeof contentShape>;
export type ExportedTerms = z.infer<typeof termsVersionShape>;
export type ExportedAcceptance = z.infer<typeof acceptanceShape>;
export type ExportedEntry = z.infer<typeof historyShape>;

/** Typed by an official: it may name anybody. */
const FREE_TEXTS = ['reason', 'evidence', 'representative'];
const CODE = /^[A-Z_]+$/;

/** A copy without the facts and free texts, at any depth; each leaves its hash. */
export function withoutFreeTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutFreeTexts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]): [string, unknown] => {
    if (name === 'facts') return ['factsHash', contentHash(inner)];
    if (FREE_TEXTS.includes(name) && typeof inner === 'string' && !CODE.test(inner)) return [name, `sha256:${contentHash(inner)}`];
    if (name === 'alsoDecided' && Array.isArray(inner)) return [name, inner.map((one: unknown) => `sha256:${contentHash(one)}`)];
    return [name, withoutFreeTexts(inner)];
  }));
}
