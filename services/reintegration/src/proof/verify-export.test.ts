/** What a verifier with nothing but the file and the public keys finds: one changed byte, and every lie that the joint service itself could seal. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { canonicalJson, contentHash } from '#kernel/canonical.js';
import type { AgreementEvent } from '../domain/agreement.js';
import type { ExportContent } from './export-document.js';
import { REGISTERED, SampleProof } from './testing/sample-proof.js';
import { verifyExport } from './verify-export.js';

let proof: SampleProof;
let events: AgreementEvent[];
let content: ExportContent;
let file: Buffer;

beforeAll(async () => {
  proof = await SampleProof.make();
  events = await proof.events();
  content = await proof.content(events);
  file = await proof.file(content);
});

const faultsOf = async (bytes: Buffer): Promise<readonly string[]> => (await verifyExport(bytes, proof.keys, REGISTERED)).faults;
/** Sealed anew by the joint service, which knows what it does. */
const faultsIn = async (changes: Partial<ExportContent>): Promise<readonly string[]> => faultsOf(await proof.file({ ...content, ...changes }));
const faultsAfter = async (others: readonly AgreementEvent[]): Promise<readonly string[]> => faultsOf(await proof.file(await proof.content(others)));

function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => (state = (state * 48271) % 2147483647) % below;
}

describe('an export', () => {
  it('is genuine as it was made, and holds no free text and no facts', async () => {
    expect(await faultsOf(file)).toEqual([]);
    expect(content.agreement.state).toBe('SIGNED');
    expect(content.acceptances.filter((one) => one.voidedBy !== null)).toHaveLength(1);
    expect(file.toString()).not.toMatch(/Jan|residence"|somebody/);
  });

  it('is refused when any single byte is another one', async () => {
    const next = random(20140303);
    const seal = file.indexOf('"seal"');
    const places = [...Array.from({ length: 400 }, () => next(file.length)), ...Array.from({ length: file.length - seal }, (_one, index) => seal + index)];
    for (const place of places) {
      const changed = Buffer.from(file);
      changed[place]! ^= 1 << next(8);
      const faults = await faultsOf(changed);
      if (faults.length === 0) throw new Error(`byte ${place} was changed unseen`);
    }
  });

  it('is refused when it is longer, shorter, written otherwise or no export', async () => {
    const spaced = Buffer.from(JSON.stringify(JSON.parse(file.toString()), null, 1));
    for (const other of [Buffer.concat([file, Buffer.from('\n')]), file.subarray(1), file.subarray(0, -1), spaced, Buffer.from('{}'), Buffer.alloc(0)]) expect(await faultsOf(other)).toHaveLength(1);
  });

  it('is refused when its seal is of another, of another export, or of a key that is not trusted', async () => {
    const other = await SampleProof.make();
    expect((await verifyExport(file, other.keys, REGISTERED)).faults).toContainEqual(expect.stringMatching(/seal/));
    const later = await proof.file({ ...content, exportedAt: '2026-01-02T00:00:00.000Z' });
    const { seal } = JSON.parse(later.toString()) as { seal: string };
    expect(await faultsOf(Buffer.from(canonicalJson({ content, seal })))).toEqual([expect.stringMatching(/the seal of reintegration does not fit/)]);
    expect(await faultsIn({ by: 'sw-leiden' })).not.toEqual([]);
  });
});

describe('an export that the joint service falsified and sealed', () => {
  const inTerms = (change: object, hash = false) => (one: AgreementEvent): AgreementEvent => {
    if (one.type !== 'COUNTERED') return one;
    const terms = { ...one.terms.terms, ...change };
    return { ...one, terms: { ...one.terms, terms, hash: hash ? contentHash(terms) : one.terms.hash } };
  };

  it('shows terms that nobody signed, with their old hash and with a new one', async () => {
    expect(await faultsAfter(events.map(inTerms({ hoursPerWeek: '40' })))).toEqual(['terms version 2: the hash does not fit the terms']);
    const faults = await faultsAfter(events.map(inTerms({ hoursPerWeek: '40' }, true)));
    expect(faults).toHaveLength(4);
    expect(faults).toContainEqual('acceptance of terms version 2 by sw-leiden as PLACING_COMPANY: the signature is not of that body over these terms');
  });

  it('shows an agreement that is said to end another one, which nobody accepted', async () => {
    const other = 'c0ffee00-0000-4000-8000-000000000001';
    const said = events.map((event) => (event.type === 'PROPOSED' ? { ...event, amends: other } : event));
    expect(await faultsAfter(said)).toContainEqual('acceptance of terms version 2 by sw-leiden as PLACING_COMPANY: the signature is not of that body over these terms');
    proof.amends = other;
    const accepted = await proof.events();
    proof.amends = null;
    expect(await faultsAfter(accepted)).toEqual([]);
    expect(await faultsAfter(accepted.map((event) => (event.type === 'PROPOSED' ? { ...event, amends: undefined as never } : event)))).not.toEqual([]);
  });

  it('shows an acceptance that the joint service signed in a company\'s name, that was of another version, or that never was', async () => {
    const leiden = (change: (signature: string) => Promise<string>) => Promise.all(events.map(async (event) =>
      event.type === 'ACCEPTED' && event.acceptances[0]?.actingBody === 'sw-leiden' ? { ...event, acceptances: await Promise.all(event.acceptances.map(async (one) => ({ ...one, signature: await change(one.signature) }))) } : event));
    const [proposed, countered] = events as [Extract<AgreementEvent, { type: 'PROPOSED' }>, Extract<AgreementEvent, { type: 'COUNTERED' }>];
    const wrong = /by sw-leiden as (FORMAL_EMPLOYER|PLACING_COMPANY): the signature is not of that body/;
    for (const forge of [
      () => proof.sign(countered.terms, 'sw-leiden', countered.parties, 'reintegration'),
      () => proof.sign(proposed.terms, 'sw-leiden'),
      () => proof.sign(countered.terms, 'sw-leiden', countered.parties.map((one) => ({ ...one, basis: 'ander mandaat' }))),
      (signature: string) => Promise.resolve(`${signature}x`),
    ]) expect(await faultsAfter(await leiden(forge))).toEqual([expect.stringMatching(wrong), expect.stringMatching(wrong)]);
    expect(await faultsAfter(await leiden((signature) => Promise.resolve(signature)))).toEqual([]);
  });

  it('shows a decision that not all had accepted, or without a party that every agreement has', async () => {
    const without = events.filter((event) => !(event.type === 'ACCEPTED' && event.acceptances[0]?.actingBody === 'sw-leiden'));
    expect(await faultsAfter(without)).toEqual(['entry 9: decided without the acceptance of FORMAL_EMPLOYER', 'entry 9: decided without the acceptance of PLACING_COMPANY']);
    const dropped = without.map((event) => ('parties' in event ? { ...event, parties: event.parties.filter((one) => one.actingBody !== 'sw-leiden') } : event));
    expect(await faultsAfter(dropped)).toContainEqual('entry 9: decided without the acceptance of PLACING_COMPANY');
  });

  it('shows another body, or another ground, than the register of authority knows', async () => {
    const noAuthority = { ...REGISTERED, authority: REGISTERED.authority.filter((rule) => rule.role !== 'FORMAL_EMPLOYER') };
    expect((await verifyExport(file, proof.keys, noAuthority)).faults).toContainEqual('terms version 2: no authority of sw-leiden as FORMAL_EMPLOYER is registered');
  });

  it('shows events that are left out, exchanged, made up, or that come after the end', async () => {
    const types = events.map((event) => event.type);
    const at = (type: AgreementEvent['type']): number => types.indexOf(type);
    const left = (type: AgreementEvent['type']) => events.filter((event) => event.type !== type);
    expect(await faultsAfter(left('WORKER_DECIDED'))).toEqual([expect.stringMatching(/COMMITMENT_STARTED cannot come in WORKER_INFORMED/)]);
    expect(await faultsAfter(left('DECIDED'))).toEqual([expect.stringMatching(/SIGNED cannot come in COMMITTING/)]);
    expect(await faultsAfter(left('WORKPLACE_HELD'))).not.toEqual([]);
    const swapped = [...events];
    [swapped[at('DECIDED')], swapped[at('SIGNED')]] = [events[at('SIGNED')]!, events[at('DECIDED')]!];
    expect(await faultsAfter(swapped)).not.toEqual([]);
    const countered = events[at('COUNTERED')]!;
    expect(await faultsAfter([...events, countered])).toContainEqual(expect.stringMatching(/COUNTERED cannot come in SIGNED/));
    expect(await faultsAfter([...events, { type: 'ACTIVATED' }])).toEqual([]);
  });

  it('shows a state, a list or a number that its history does not give', async () => {
    const { agreement, history, termsVersions, acceptances, keys } = content;
    expect(await faultsIn({ agreement: { ...agreement, state: 'ACTIVE' } })).toEqual(['the agreement is not what its history makes it']);
    expect(await faultsIn({ termsVersions: termsVersions.slice(1) })).not.toEqual([]);
    expect(await faultsIn({ acceptances: acceptances.filter((one) => one.voidedBy === null) })).toEqual(['the acceptances are not those of the history']);
    expect(await faultsIn({ acceptances: acceptances.map((one) => ({ ...one, voidedBy: null })) })).toEqual(['the valid acceptances are not those of the agreement']);
    expect(await faultsIn({ history: history.filter((entry) => entry.revision !== 3) })).not.toEqual([]);
    expect(await faultsIn({ history: history.map((entry) => ({ ...entry, version: entry.revision === 5 ? entry.version + 1 : entry.version })) })).not.toEqual([]);
    expect(await faultsIn({ history: history.map((entry) => ({ ...entry, event: { type: 'NONSENSE' } })) })).not.toEqual([]);
    expect(await faultsIn({ keys: keys.map((key) => ({ ...key, thumbprint: 'x' })) })).toHaveLength(keys.length);
  });
});
