/** Makes the export of one agreement from what is stored, judging nothing: whether it holds together is the verifier's to say. */
import { calculateJwkThumbprint, type JSONWebKeySet } from 'jose';
import { contentHash } from '#kernel/canonical.js';
import { publicKeysOf } from '#kernel/service-keys.js';
import type { AgreementRecord } from '../store/agreement-record.store.js';
import { contentShape, FORMAT, withoutFreeTexts, type ExportContent, type ExportedTerms } from './export-document.js';

export interface Exporter {
  readonly service: string;
  readonly body: string;
  readonly keys: JSONWebKeySet;
  /** Body of every service. */
  readonly services: readonly { readonly service: string; readonly body: string }[];
}

/** `at`: ISO 8601, real time. */
export async function exportContent(record: AgreementRecord, { service, body, keys, services }: Exporter, at: string): Promise<ExportContent> {
  const bodies = new Set([body, ...record.parties.map((one) => one.actingBody)]);
  const used = services.filter((one) => one.service === service || (one.body !== body && bodies.has(one.body)));
  const content = {
    format: FORMAT,
    exportedAt: at,
    by: service,
    body,
    agreement: record.agreement,
    termsVersions: termsOf(record),
    acceptances: record.acceptances.map(({ role, actingBody, termsVersion, acceptedAt, signature, revision, voidedBy }) => ({ role, actingBody, termsVersion, at: acceptedAt.toISOString(), signature, revision, voidedBy })),
    history: record.history.map(({ revision, version, event, at: when, on, actorBody }) => ({ revision, version, event, at: when.toISOString(), on, actorBody })),
    audit: record.audit,
    keys: (await Promise.all(used.map((one) => thumbprints(keys, one.service)))).flat(),
  };
  // Through JSON, so that what is sealed is what is written.
  return contentShape.parse(withoutFreeTexts(JSON.parse(JSON.stringify(content))));
}

function termsOf({ terms, parties }: AgreementRecord): ExportedTerms[] {
  return terms.map(({ number, hash, terms: agreed, facts, proposedBy, proposedAt }) => ({
    number, hash, terms: { ...agreed }, factsHash: contentHash(facts), proposedBy, proposedAt: proposedAt.toISOString(),
    parties: parties.filter((one) => one.termsVersion === number).map(({ role, actingBody, onBehalfOf, basis, authorityUntil }) => ({ role, actingBody, onBehalfOf, basis, authorityUntil })),
  }));
}

function thumbprints(keys: JSONWebKeySet, service: string): Promise<ExportContent['keys']> {
  return Promise.all(publicKeysOf(keys, service).map(async (jwk) => ({ service, kid: String(jwk.kid), thumbprint: await calculateJwkThumbprint(jwk) })));
}
