/**
 * Verifies an export offline: the file, the public keys that the verifier trusts, and the registers that came with the program.
 * Guarantees: one changed byte is found by form or seal; an export that the joint service itself falsified is found by the signatures of the others,
 * by the history that does not fold, or by the decision that not all had accepted.
 */
import { calculateJwkThumbprint, type JSONWebKeySet } from 'jose';
import { canonicalJson } from '#kernel/canonical.js';
import { publicKeysOf } from '#kernel/service-keys.js';
import { documentShape, type ExportContent } from './export-document.js';
import { isSealed } from './seal.js';
import { acceptanceFaults, termsFaults, type Registered } from './verify-acceptances.js';
import { historyFaults } from './verify-history.js';

export interface ProofReport {
  /** Null when the file cannot be read as an export. */
  readonly content: ExportContent | null;
  readonly faults: readonly string[];
}

export async function verifyExport(file: Buffer, keys: JSONWebKeySet, registered: Registered): Promise<ProofReport> {
  const document = documentShape.safeParse(parse(file));
  if (!document.success) return { content: null, faults: ['is not an export of an agreement'] };
  // What was read is written again, so that nothing in the file can hide from the reading.
  if (!Buffer.from(canonicalJson(document.data)).equals(file)) return { content: null, faults: ['is not in its canonical form: something was changed after it was made'] };
  const { content, seal } = document.data;
  return { content, faults: await contentFaults(content, seal, keys, registered) };
}

async function contentFaults(content: ExportContent, seal: string, keys: JSONWebKeySet, registered: Registered): Promise<string[]> {
  const faults = [
    ...((await isSealed(content, seal, keys)) ? [] : [`the seal of ${content.by} does not fit: something was changed after it was made`]),
    ...(registered.parties.some((one) => one.service === content.by && one.body === content.body) ? [] : [`${content.by} is not a service of ${content.body}`]),
    ...(await keyFaults(content, keys)),
  ];
  try {
    return [...faults, ...historyFaults(content), ...termsFaults(content, registered), ...(await acceptanceFaults(content, keys, registered))];
  } catch {
    return [...faults, 'holds an entry that cannot be read'];
  }
}

async function keyFaults({ keys: listed }: ExportContent, trusted: JSONWebKeySet): Promise<string[]> {
  const faults = await Promise.all(listed.map(async ({ service, kid, thumbprint }) => {
    const known = await Promise.all(publicKeysOf(trusted, service).map((jwk) => calculateJwkThumbprint(jwk)));
    return known.includes(thumbprint) ? [] : [`key ${kid} ${thumbprint} is not one that you trust`];
  }));
  return faults.flat();
}

function parse(file: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file));
  } catch {
    return null;
  }
}
