/** Every way in which a negotiation says no, over HTTP as its own user: the exact code, nothing changed, and beside it the act that is allowed. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { AgreementView, Outcome, RefusalView } from '../../local/demo/answers.js';
import * as deed from '../../local/demo/deeds.js';
import { commandId, type GraphClient } from '../../local/demo/graph-client.js';
import { dataOf, eventually } from '../../local/demo/world.js';
import { curatorWorker, expiringWorker, mentorWorker, scenarioWorkers, type FixedWorker } from '../../local/population/fixed-people.js';
import { scenarioWorkplaces, type FixedWorkplace } from '../../local/population/fixed-workplaces.js';
import { Negotiation, openDesk, placeId, TERMS, type Desk } from '../kit/negotiation.js';
import { personOf, today, whileHanging } from '../kit/stack.js';

const worker = (index: number): FixedWorker => scenarioWorkers[index]!;
const place = (index: number): FixedWorkplace => scenarioWorkplaces[index]!;

let desk: Desk;
let talks: Negotiation;

beforeAll(async () => {
  desk = await openDesk();
  talks = new Negotiation(desk);
});

/** The refusal of an act on an agreement, which stands after it as before. */
async function refusedOn({ id }: AgreementView, code: string, act: () => Promise<Outcome>): Promise<RefusalView> {
  const before = await talks.standing(id);
  const refusal = deed.refused(await act(), code);
  expect(await talks.standing(id)).toEqual(before);
  expect(refusal.agreement).toEqual({ id, version: before.version, state: before.state });
  expect(refusal.message).not.toBe('');
  return refusal;
}

/** The refusal of a proposal, after which the worker has the agreements that he had. */
async function refusedFor(who: FixedWorker, code: string, act: () => Promise<Outcome>): Promise<RefusalView> {
  const before = (await talks.dossier(who)).agreements;
  const refusal = deed.refused(await act(), code);
  expect((await talks.dossier(who)).agreements).toEqual(before);
  expect(refusal).toMatchObject({ agreement: null, message: expect.stringMatching(/\w/) });
  return refusal;
}

async function acceptAs(who: GraphClient, input: object): Promise<Outcome> {
  return dataOf(await who.run<{ acceptAgreement: Outcome }>('negotiation', 'Accept', { input })).acceptAgreement;
}

describe('who may do what, and when', () => {
  it('FORBIDDEN: a policy officer, who gives no commands, proposes nothing; NO_AUTHORITY: a placement officer informs no worker; the case worker does both', async () => {
    const offer = await talks.offerWithYes(worker(4), place(4));
    const before = (await talks.dossier(worker(4))).agreements;
    await deed.proposeForbidden(desk.policyOfficer, offer, TERMS);
    expect((await talks.dossier(worker(4))).agreements).toEqual(before);
    expect(deed.agreed(await deed.propose(desk.caseWorker, offer, TERMS)).state).toBe('PROPOSED');
    const agreed = await talks.agreed(worker(4), place(4));
    await refusedOn(agreed, 'NO_AUTHORITY', () => deed.inform(desk.leiden, agreed, today()));
    const informed = deed.agreed(await deed.inform(desk.caseWorker, agreed, today()));
    await talks.declined(informed);
  });

  it('NOT_YOUR_TURN: who wrote the terms waits for the others; another party may counter', async () => {
    const proposed = await talks.proposed(worker(4), place(4));
    const other = { ...TERMS, hoursPerWeek: '26' };
    await refusedOn(proposed, 'NOT_YOUR_TURN', () => deed.counter(desk.caseWorker, proposed, other));
    expect(deed.agreed(await deed.counter(desk.zoetermeer, proposed, other)).terms).toMatchObject({ version: 2, hoursPerWeek: '26' });
  });

  it('STALE_VERSION: what somebody looked at before the counter is no longer there to accept', async () => {
    const proposed = await talks.proposed(worker(4), place(4));
    const countered = deed.agreed(await deed.counter(desk.zoetermeer, proposed, { ...TERMS, hoursPerWeek: '26' }));
    await refusedOn(countered, 'STALE_VERSION', () => deed.accept(desk.leiden, proposed, proposed.terms.hash));
    expect(deed.agreed(await deed.accept(desk.leiden, countered, countered.terms.hash)).version).toBe(countered.version + 1);
  });

  it('STALE_TERMS: the right version with the hash of other terms is no acceptance', async () => {
    const proposed = await talks.proposed(worker(4), place(4));
    const countered = deed.agreed(await deed.counter(desk.zoetermeer, proposed, { ...TERMS, hoursPerWeek: '26' }));
    await refusedOn(countered, 'STALE_TERMS', () => deed.accept(desk.leiden, countered, proposed.terms.hash));
    deed.agreed(await deed.accept(desk.leiden, countered, countered.terms.hash));
  });

  it('ALREADY_ACCEPTED: a body accepts once; the body that has not goes on', async () => {
    const accepted = await talks.almostAgreed(worker(5), place(4));
    await refusedOn(accepted, 'ALREADY_ACCEPTED', () => deed.accept(desk.leiden, accepted, accepted.terms.hash));
    const last = deed.agreed(await deed.accept(desk.zoetermeer, accepted, accepted.terms.hash));
    await talks.declined(await talks.until(last, 'AGREED'));
  });

  it('NO_WORKER_CHOICE: no yes, no proposal', async () => {
    const offer = await talks.offer(worker(5), place(5));
    await refusedFor(worker(5), 'NO_WORKER_CHOICE', () => deed.propose(desk.caseWorker, offer, TERMS));
    deed.recorded(await deed.recordChoice(desk.caseWorker, offer, null, today()));
    await refusedFor(worker(5), 'NO_WORKER_CHOICE', () => deed.propose(desk.caseWorker, offer, TERMS));
    deed.recorded(await deed.recordChoice(desk.caseWorker, offer, placeId(place(5)), today()));
    expect(deed.agreed(await deed.propose(desk.caseWorker, offer, TERMS)).state).toBe('PROPOSED');
  });
});

describe('terms that break a rule are refused as a proposal and as a counter, and the same without the fault is not', () => {
  it.each<[string, string, FixedWorker, object, object]>([
    ['HOURS_OUT_OF_BOUNDS', 'fewer hours than the place asks', worker(6), { hoursPerWeek: '23.5' }, { hoursPerWeek: '24' }],
    ['HOURS_OUT_OF_BOUNDS', 'more hours than the contract has', worker(6), { hoursPerWeek: '28.5' }, { hoursPerWeek: '27.5' }],
    ['LEAD_TIME_TOO_SHORT', 'a start within two weeks', worker(6), { from: '2014-03-16' }, { from: '2014-03-17' }],
    ['FEE_BELOW_FLOOR', 'a fee that distorts competition', worker(6), { secondmentFeePerHour: '1.99' }, { secondmentFeePerHour: '2.00' }],
    ['SUBSIDY_CONFLICT', 'wage-cost subsidy with the Wsw', worker(6), { subsidy: 'WAGE_COST' }, { subsidy: null }],
    ['INDICATION_EXPIRES', 'an end after the indication', expiringWorker, { until: '2014-06-01' }, { until: '2014-05-31' }],
  ])('%s: %s', async (code, _what, who, fault, right) => {
    const wrong = { ...TERMS, ...fault };
    const good = { ...TERMS, ...right };
    const offer = await talks.offerWithYes(who, place(6));
    await refusedFor(who, code, () => deed.propose(desk.caseWorker, offer, wrong));
    const proposed = deed.agreed(await deed.propose(desk.caseWorker, offer, good));
    await refusedOn(proposed, code, () => deed.counter(desk.zoetermeer, proposed, wrong));
    expect(deed.agreed(await deed.counter(desk.zoetermeer, proposed, { ...good, supervisionHoursPerWeek: '2' })).terms.version).toBe(2);
  });

  it('PERIOD_OVERLAPS: the hours are promised once; after that period they are free', async () => {
    const first = await talks.agreed(worker(7), place(6), { ...TERMS, until: '2014-09-30' });
    const offer = await talks.offerWithYes(worker(7), place(7));
    await refusedFor(worker(7), 'PERIOD_OVERLAPS', () => deed.propose(desk.caseWorker, offer, { ...TERMS, from: '2014-09-30' }));
    expect(deed.agreed(await deed.propose(desk.caseWorker, offer, { ...TERMS, from: '2014-10-01' })).state).toBe('PROPOSED');
    await talks.declined(first);
  });
});

describe('one place for two', () => {
  it('WORKPLACE_TAKEN at the proposal, with places that fit; when the first worker declines the place is open and can be proposed', async () => {
    const holder = await talks.agreed(worker(7), place(7));
    expect((await talks.standing(holder.id)).workplace?.status).toBe('HELD');
    const offer = await talks.offerWithYes(worker(8), place(7));
    const refusal = await refusedFor(worker(8), 'WORKPLACE_TAKEN', () => deed.propose(desk.caseWorker, offer, TERMS));
    await expectFitting(refusal, worker(8), place(7));
    expect((await talks.declined(holder)).state).toBe('DECLINED');
    expect(deed.agreed(await deed.propose(desk.caseWorker, offer, TERMS)).state).toBe('PROPOSED');
  });

  it('WORKPLACE_TAKEN at the last acceptance: of two sent at the same time one holds the place, the other negotiates again', async () => {
    const rivals = await Promise.all([talks.almostAgreed(worker(8), place(8)), talks.almostAgreed(worker(9), place(8))]);
    const outcomes = await Promise.all(rivals.map(lastAcceptance));
    const settled = await Promise.all(rivals.map((one) => talks.standing(one.id)));
    expect(settled.map((one) => one.state).sort()).toEqual(['AGREED', 'PROPOSED']);
    const lost = settled.findIndex((one) => one.state === 'PROPOSED');
    expect(outcomes[1 - lost]).toMatchObject({ __typename: 'Agreement', state: 'AGREED' });
    const refusal = deed.refused(outcomes[lost]!, 'WORKPLACE_TAKEN');
    expect(refusal.agreement).toEqual({ id: rivals[lost]!.id, version: rivals[lost]!.version + 1, state: 'PROPOSED' });
    await expectFitting(refusal, worker(8 + lost), place(8));
    expect(settled[lost]!.parties.map((party) => party.acceptedTermsVersion)).toEqual(settled[lost]!.parties.map(() => null));
    expect(settled[lost]!.history.nodes.map(({ kind }) => kind)).toEqual(['PROPOSED', 'ACCEPTED', 'ACCEPTED', 'RESERVATION_STARTED', 'WORKPLACE_TAKEN']);
    await talks.declined({ ...rivals[1 - lost]!, version: settled[1 - lost]!.version });
  });
});

/** The answer of one command; sent again under its id while the place is still being asked for. */
function lastAcceptance({ id, version, terms: { hash } }: AgreementView): Promise<Outcome> {
  const input = { commandId: commandId(), id, expectedVersion: version, termsHash: hash };
  return eventually(() => acceptAs(desk.zoetermeer, input), (outcome) => outcome.__typename === 'Refusal' || outcome.state !== 'RESERVING', 'a settled answer');
}

/** Alternatives are open places, other than the taken one, with the hours and the adaptations that this worker needs. */
async function expectFitting({ alternatives }: RefusalView, who: FixedWorker, taken: FixedWorkplace): Promise<void> {
  interface Options {
    readonly workplaceOptions: { readonly options: readonly { readonly workplace: { readonly id: string; readonly status: string } | null; readonly misses: readonly { readonly code: string }[] }[] };
  }
  const query = 'query Fit($person: ID!) { workplaceOptions(person: $person, first: 200) { options { workplace { id status } misses { code } } } }';
  const { options } = dataOf(await desk.caseWorker.query<Options>(query, { person: personOf(who.bsn) })).workplaceOptions;
  const fitting = options.filter(({ workplace, misses }) => workplace?.status === 'OPEN' && !misses.some(({ code }) => code === 'HOURS' || code === 'ADAPTATIONS')).map(({ workplace }) => workplace?.id);
  const ids = (alternatives ?? []).map((one) => one?.id);
  expect(ids).toHaveLength(3);
  expect(ids).not.toContain(placeId(taken));
  expect(ids.filter((id) => !fitting.includes(id))).toEqual([]);
}

describe('the worker and who stands by him', () => {
  it.each([
    ['mentor', mentorWorker, 9],
    ['curator', curatorWorker, 10],
  ] as const)('REPRESENTATIVE_REQUIRED: without the %s there is no yes; with him the agreement is signed', async (kind, who, index) => {
    const informed = await talks.informed(who, place(index));
    const [representative] = (await talks.dossier(who)).representatives!;
    expect(representative?.kind).toBe(kind.toUpperCase());
    await refusedOn(informed, 'REPRESENTATIVE_REQUIRED', () => talks.decides(informed, 'AGREED'));
    const signed = await talks.until(deed.agreed(await talks.decides(informed, 'AGREED', representative!.id)), 'SIGNED');
    await talks.declined(signed);
  });

  it('may decline a signed agreement: it ends at once, the place is open again and nobody can go on with it', async () => {
    const signed = await talks.signed(worker(10), place(11));
    await talks.untilPlaceIs(signed.id, 'TAKEN');
    const declined = await talks.declined(signed);
    expect(declined).toMatchObject({ state: 'DECLINED', availableActions: [] });
    await refusedOn(declined, 'WRONG_STATE', () => deed.accept(desk.leiden, declined, declined.terms.hash));
    expect((await talks.proposed(worker(10), place(11))).state).toBe('PROPOSED');
  });
});

describe('a command that is sent again', () => {
  it('is answered the same and has no second effect; its id for another payload is COMMAND_REUSED', async () => {
    const { id, version, terms: { hash } } = await talks.proposed(worker(11), place(4));
    const input = { commandId: commandId(), id, expectedVersion: version, termsHash: hash };
    const first = deed.agreed(await acceptAs(desk.leiden, input));
    const after = await talks.standing(id);
    expect(await acceptAs(desk.leiden, input)).toEqual(first);
    expect(await talks.standing(id)).toEqual(after);
    deed.refused(await acceptAs(desk.leiden, { ...input, expectedVersion: version + 1 }), 'COMMAND_REUSED');
    expect(await talks.standing(id)).toEqual(after);
    // Ids of different givers never meet: the same id and payload is another officer's own command.
    expect(deed.agreed(await acceptAs(desk.zoetermeer, { ...input, expectedVersion: version + 1 })).version).toBe(version + 2);
    await talks.declined(await talks.until(first, 'AGREED'));
  });

  it('five times at once takes effect once', async () => {
    const { id, version } = await talks.proposed(worker(11), place(4));
    const input = { commandId: commandId(), id, expectedVersion: version, terms: { ...TERMS, hoursPerWeek: '26' } };
    const send = async (): Promise<Outcome> => dataOf(await desk.zoetermeer.run<{ counterAgreement: Outcome }>('negotiation', 'Counter', { input })).counterAgreement;
    const answers = (await Promise.all(Array.from({ length: 5 }, send))).map(deed.agreed);
    expect(new Set(answers.map((one) => one.version))).toEqual(new Set([version + 1]));
    expect((await talks.standing(id)).history.nodes.map(({ kind }) => kind)).toEqual(['PROPOSED', 'COUNTERED']);
  });

  it('BODY_UNAVAILABLE: nothing happens while a body that must answer hangs, and the same command goes through when it is back', async () => {
    const proposed = await talks.proposed(worker(11), place(4));
    const { id, version } = proposed;
    const input = { commandId: commandId(), id, expectedVersion: version, termsHash: proposed.terms.hash };
    const before = await talks.standing(id);
    const refusal = deed.refused(await whileHanging('sw-leiden', () => acceptAs(desk.leiden, input)), 'BODY_UNAVAILABLE');
    expect(refusal.message).toContain('Sw-bedrijf Leiden');
    expect(await talks.standing(id)).toEqual(before);
    const countering = { commandId: commandId(), id, expectedVersion: version, terms: { ...TERMS, hoursPerWeek: '26' } };
    const counterAs = async (): Promise<Outcome> => dataOf(await desk.leiden.run<{ counterAgreement: Outcome }>('negotiation', 'Counter', { input: countering })).counterAgreement;
    deed.refused(await whileHanging('sw-zoetermeer-rijswijk', counterAs), 'BODY_UNAVAILABLE');
    expect(await talks.standing(id)).toEqual(before);
    expect(deed.agreed(await acceptAs(desk.leiden, input)).version).toBe(version + 1);
  });
});
