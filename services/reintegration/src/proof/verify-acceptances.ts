/**
 * Did each body itself accept what the export says it did? Needs nothing but the export, the public keys and the registers.
 * Guarantees: every terms hash recomputes, every acceptance, also a voided one, is signed by a key of its body over exactly this agreement, version,
 * hash and its rows as a party; the lists of terms and acceptances are those of the history (architecture section 3; I2).
 */
import type { JSONWebKeySet } from 'jose';
import { inForce } from '#kernel/authority.js';
import { canonicalJson, contentHash } from '#kernel/canonical.js';
import type { Registers } from '#kernel/registers.js';
import type { Party } from '../domain/party.js';
import { signedParties } from '../domain/party.js';
import { openAcceptance } from '../signing/acceptance-jws.js';
import type { ExportContent, ExportedAcceptance, ExportedTerms } from './export-document.js';
import { eventOf } from './verify-history.js';

export type Registered = Pick<Registers, 'parties' | 'authority'>;

export function termsFaults({ termsVersions, history }: ExportContent, { authority }: Registered): string[] {
  const told = history.flatMap(({ event: written, on }) => {
    const event = eventOf(written);
    return event.type === 'PROPOSED' || event.type === 'COUNTERED' ? [{ on, version: { ...event.terms, parties: event.parties } }] : [];
  });
  const same = canonicalJson(told.map(({ version }) => version)) === canonicalJson(termsVersions);
  return [
    ...(same ? [] : ['the terms versions are not those of the history']),
    ...termsVersions.filter(({ terms, hash }) => contentHash(terms) !== hash).map(({ number }) => `terms version ${number}: the hash does not fit the terms`),
    ...told.flatMap(({ on, version }) => version.parties.filter((party) => !isAuthority(party, authority, on)).map((party) => `terms version ${version.number}: no authority of ${party.actingBody} as ${party.role} is registered`)),
    ...termsVersions.flatMap(companyFaults),
  ];
}

function isAuthority(party: Party, authority: Registered['authority'], on: string): boolean {
  return inForce(authority, on).some((rule) => rule.role === party.role && rule.principal === party.onBehalfOf && rule.actingBody === party.actingBody && rule.basis === party.basis);
}

/** The companies that the terms name are the ones that act. */
function companyFaults({ number, terms, parties }: ExportedTerms): string[] {
  const named: readonly [string, unknown][] = [['PLACING_COMPANY', terms['placingBody']], ['RECEIVING_COMPANY', terms['receivingBody']]];
  return named.filter(([role, body]) => !parties.some((party) => party.role === role && party.onBehalfOf === body)).map(([role]) => `terms version ${number}: another ${role} than the terms name`);
}

export async function acceptanceFaults(content: ExportContent, keys: JSONWebKeySet, registered: Registered): Promise<string[]> {
  const { acceptances, history, agreement } = content;
  const told = history.flatMap(({ event: written }) => {
    const event = eventOf(written);
    return event.type === 'PROPOSED' || event.type === 'COUNTERED' || event.type === 'ACCEPTED' ? event.acceptances : [];
  });
  const plain = ({ role, actingBody, termsVersion, at, signature }: Omit<ExportedAcceptance, 'revision' | 'voidedBy'>) => canonicalJson({ role, actingBody, termsVersion, at, signature });
  const sorted = (all: readonly Parameters<typeof plain>[0][]) => all.map(plain).sort().join();
  const valid = acceptances.filter((one) => one.voidedBy === null);
  const faults = await Promise.all(acceptances.map(async (one) => ((await isGenuine(one, content, keys, registered)) ? [] : [`${named(one)}: the signature is not of that body over these terms`])));
  return [
    ...(sorted(told) === sorted(acceptances) ? [] : ['the acceptances are not those of the history']),
    ...(sorted(valid) === sorted(agreement['acceptances'] as ExportedAcceptance[]) ? [] : ['the valid acceptances are not those of the agreement']),
    ...acceptances.filter((one) => one.voidedBy !== null && one.voidedBy <= one.revision).map((one) => `${named(one)}: voided before it was given`),
    ...faults.flat(),
  ];
}

async function isGenuine({ role, actingBody, termsVersion, signature }: ExportedAcceptance, { agreement, termsVersions }: ExportContent, keys: JSONWebKeySet, { parties: services }: Registered): Promise<boolean> {
  const opened = await openAcceptance(signature, keys);
  const version = termsVersions.find((one) => one.number === termsVersion);
  if (!opened || !version) return false;
  const rows = signedParties(version.parties as readonly Party[], actingBody);
  const { body, parties, ...signed } = opened.content;
  return (
    services.some((one) => one.service === opened.service && one.body === actingBody) &&
    body === actingBody &&
    rows.some((party) => party.role === role) &&
    canonicalJson(parties) === canonicalJson(rows) &&
    canonicalJson(signed) === canonicalJson({ agreement: agreement.id, ...amended(agreement), termsVersion, termsHash: version.hash })
  );
}

function amended({ amends }: ExportContent['agreement']): object {
  return amends === null || amends === undefined ? {} : { amends };
}

const named = ({ role, actingBody, termsVersion }: ExportedAcceptance): string => `acceptance of terms version ${termsVersion} by ${actingBody} as ${role}`;
