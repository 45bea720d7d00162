/** Edge cases about bodies, registers and time, each by its row in the domain brief, 8.4, on a real database. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '#shell/testing/test-database.js';
import { acceptAgreement } from './commands/accept.js';
import { amendAgreement } from './commands/amend.js';
import { counterAgreement } from './commands/counter.js';
import { proposeAgreement } from './commands/propose.js';
import { recordOffer } from './commands/record-offer.js';
import { recordWorkerChoice } from './commands/record-worker-choice.js';
import { rejectAgreement } from './commands/reject.js';
import type { Agreement } from './domain/agreement.js';
import { reindicationTask } from './domain/tasks.js';
import { FACTS, MATRIX } from './domain/testing/sample-agreement.js';
import { reintegration } from './service.js';
import { AgreementReadStore } from './store/agreement-reads.js';
import { accept, agreed, codeOf, end, idOf, informed, now, offerWithYes, proposed, resume, running, signed, suspend, workerSays } from './testing/deeds.js';
import { wish, World } from './testing/negotiation-world.js';
import { unloggedReader } from './store/reader.js';

let database: TestDatabase;
let world: World;
let count = 0;
const somebody = (): [person: string, place: string] => [`person-${(count += 1)}`, `zoetermeer-rijswijk:W:${count}`];

beforeAll(async () => {
  database = await testDatabase(reintegration);
});
afterAll(() => database.drop());
beforeEach(() => {
  world = new World(database.dataSource);
});

async function propose(offer: string, changes: object = {}, request = world.caseWorker) {
  return proposeAgreement(world.services, request, { commandId: randomUUID(), offer, terms: wish(changes), validForDays: 21 });
}

const termsOf = async (id: string) => (await new AgreementReadStore(unloggedReader(database.dataSource.manager)).termsOf([id])).get(id) ?? [];
const residenceOf = ({ parties }: Agreement) => parties.find((party) => party.role === 'RESIDENCE_AUTHORITY');

describe('8.4 row 4: the indication expires within the period', () => {
  const until = (day: string, requested: string | null = null) => FACTS.indication && { ...FACTS.indication, validUntil: day, reindicationRequestedOn: requested };

  it('8.4 row 4: terms that go beyond it are refused, unless re-indication was asked', async () => {
    const offer = await offerWithYes(world, ...somebody());
    world.indication = until('2014-09-29');
    expect(codeOf(await propose(offer, { until: '2014-09-30' }))).toBe('INDICATION_EXPIRES');
    world.indication = until('2014-09-29', '2014-02-01');
    expect(codeOf(await propose(offer, { until: '2014-09-30' }))).toBe('done');
  });

  it('8.4 row 4: one that came to end too early after the bodies agreed blocks the signature until re-indication is asked', async () => {
    const { id } = await informed(world, ...somebody(), { until: '2014-09-30' });
    const before = await now(world, id);
    world.indication = until('2014-09-29');
    expect(codeOf(await workerSays(world, id, 'AGREED'))).toBe('INDICATION_EXPIRES');
    expect(await now(world, id)).toEqual(before);
    world.indication = until('2014-09-29', '2014-02-01');
    expect(codeOf(await workerSays(world, id, 'AGREED'))).toBe('done');
    expect((await now(world, id)).state).toBe('SIGNED');
  });

  it('8.4 row 4: the college of residence has its task sixteen weeks before, on a Sunday too', () => {
    const task = reindicationTask({ number: 'I-1', person: 'person-1', validUntil: '2014-09-21' });
    expect(task).toMatchObject({ kind: 'REINDICATION', dueOn: '2014-06-01', article: 'Besluit uitvoering sociale werkvoorziening art. 6 lid 1' });
  });
});

it('8.4 row 5: what a new decision about the worker changes is for the next terms; the signed version keeps what it was built on', async () => {
  const [person, place] = somebody();
  const { id, current } = await signed(world, person, place, { until: '2014-09-30' });
  world.indication = FACTS.indication && { ...FACTS.indication, adaptations: ['LOW_STIMULI', 'SEATED_WORK'], asOf: '2014-03-31T00:00:00.000Z' };
  world.services = { ...world.services, adaptationCodes: new Set(['LOW_STIMULI', 'SEATED_WORK']) };
  expect((await now(world, id)).current).toEqual(current);
  const offer = await offerWithYes(world, person, `${place}0`);
  expect(codeOf(await propose(offer, { from: '2014-10-01', adaptations: [] }))).toBe('WORKPLACE_UNSUITABLE');
  const next = await now(world, idOf(await propose(offer, { from: '2014-10-01' })));
  expect(next.current.facts.indication).toEqual(world.indication);
  expect(next.current.terms.adaptations).toContain('SEATED_WORK');
});

it('8.4 row 6: of two that want one place the later is told so with other places, holds nothing and is never signed', async () => {
  const [person, place] = somebody();
  const winner = await agreed(world, person, place);
  const { id } = await proposed(world, somebody()[0], place);
  await accept(world, id, world.request('sw-leiden'));
  expect(await accept(world, id, world.request('sw-zoetermeer-rijswijk'))).toMatchObject({ kind: 'REFUSAL', refused: { refused: 'WORKPLACE_TAKEN' }, alternatives: [`${place}9`] });
  expect(await now(world, id)).toMatchObject({ state: 'PROPOSED', acceptances: [], holding: false, decided: false });
  expect((await now(world, winner.id)).state).toBe('AGREED');
});

it('8.4 row 7: after a move the signed agreement keeps the parties that signed it; the next proposal has the college of the new residence', async () => {
  const [person, place] = somebody();
  const { id, parties } = await signed(world, person, place, { until: '2014-09-30' });
  world.municipality = '0629';
  await suspendAndResume(id);
  expect((await now(world, id)).parties).toEqual(parties);
  const next = await now(world, idOf(await propose(await offerWithYes(world, person, `${place}0`), { from: '2014-10-01' })));
  expect([residenceOf(await now(world, id))?.onBehalfOf, residenceOf(next)?.onBehalfOf]).toEqual(['gm-0626', 'gm-0629']);
});

async function amend(id: string, changes: object, request = world.caseWorker): Promise<Agreement> {
  const { version } = await now(world, id);
  return now(world, idOf(await amendAgreement(world.services, request, { commandId: randomUUID(), id, expectedVersion: version, terms: wish(changes) })));
}

it('8.4 row 5: an amendment of running work is built on the new decision, while the version that runs stays as it was signed', async () => {
  const { id, current } = await running(world, ...somebody());
  world.indication = FACTS.indication && { ...FACTS.indication, validUntil: '2020-12-31', asOf: '2014-03-31T00:00:00.000Z' };
  const amendment = await amend(id, { from: '2014-06-01', secondmentFeePerHour: '6.00' });
  expect(amendment).toMatchObject({ state: 'PROPOSED', amends: id, current: { facts: { indication: world.indication }, terms: { secondmentFeePerHour: '6' } } });
  expect(await now(world, id)).toMatchObject({ state: 'ACTIVE', current });
});

it('8.4 row 7: an amendment after a move has the college of the new residence as party at once, and the running agreement keeps the former', async () => {
  const { id, parties } = await running(world, ...somebody());
  world.municipality = '0629';
  const amendment = await amend(id, { from: '2014-06-01' });
  expect([residenceOf(await now(world, id))?.onBehalfOf, residenceOf(amendment)?.onBehalfOf]).toEqual(['gm-0626', 'gm-0629']);
  expect(await now(world, id)).toMatchObject({ state: 'ACTIVE', parties });
});

async function suspendAndResume(id: string): Promise<void> {
  world.on = '2014-04-01';
  await world.coordinator.round(world.on);
  expect(codeOf(await suspend(world, id, 'ziekte'))).toBe('done');
  expect(codeOf(await resume(world, id, 'beter'))).toBe('done');
  world.on = '2014-04-02';
}

it('8.4 row 11: a body that is away leaves the state, the term and the command id as they were; the same command is done when it is back', async () => {
  const before = await proposed(world, ...somebody());
  const input = { commandId: randomUUID(), id: before.id, expectedVersion: before.version, termsHash: before.current.hash };
  const give = () => acceptAgreement(world.services, world.request('sw-leiden'), input);
  world.down.add('sw-leiden');
  expect(await give()).toMatchObject({ kind: 'REFUSAL', refused: { refused: 'BODY_UNAVAILABLE', detail: 'Het gaat om sw-leiden.' } });
  expect(await now(world, before.id)).toEqual(before);
  world.down.clear();
  expect(codeOf(await give())).toBe('done');
  expect(await now(world, before.id)).toMatchObject({ version: before.version + 1, expiresOn: before.expiresOn });
});

it('8.4 row 12: a body that corrects a fact afterwards changes no version; the agreement keeps the fact, its source and its moment', async () => {
  const { id, current } = await signed(world, ...somebody());
  const { bodies } = world.services;
  const corrected = { ...FACTS.employment, hoursPerWeek: '20', asOf: '2014-03-31T00:00:00.000Z' };
  world.services = { ...world.services, bodies: { ...bodies, employment: () => Promise.resolve(corrected) } };
  await suspendAndResume(id);
  expect((await now(world, id)).current).toEqual(current);
  expect(current.facts.employment).toMatchObject({ hoursPerWeek: '28', source: 'sw-leiden', asOf: FACTS.employment.asOf });
  const offer = await offerWithYes(world, ...somebody());
  expect(codeOf(await propose(offer, { from: '2014-05-01' }))).toBe('HOURS_OUT_OF_BOUNDS');
});

describe('8.4 row 16: other supervision without consent', () => {
  it('8.4 row 16: is a new version that nobody but its writer has accepted; the old one stays readable with who proposed it', async () => {
    const { id, version } = await proposed(world, ...somebody());
    await accept(world, id, world.request('sw-leiden'));
    const input = { commandId: randomUUID(), id, expectedVersion: version + 1, terms: wish({ supervisionHoursPerWeek: '1' }) };
    expect(codeOf(await counterAgreement(world.services, world.request('sw-zoetermeer-rijswijk'), input))).toBe('done');
    expect((await now(world, id)).acceptances.map((one) => one.role)).toEqual(['RECEIVING_COMPANY']);
    expect((await termsOf(id)).map((one) => [one.proposedBy, one.terms.supervisionHoursPerWeek])).toEqual([['werk-en-inkomen', '3'], ['sw-zoetermeer-rijswijk', '1']]);
  });

  it('8.4 row 16: is not possible in an agreement that was signed: without the consent of all it stays as it is', async () => {
    const { id, current, version } = await running(world, ...somebody());
    const input = { commandId: randomUUID(), id, expectedVersion: version, terms: wish({ supervisionHoursPerWeek: '1' }) };
    expect(codeOf(await counterAgreement(world.services, world.request('sw-zoetermeer-rijswijk'), input))).toBe('WRONG_STATE');
    const amendment = await amend(id, { from: '2014-06-01', supervisionHoursPerWeek: '1' }, world.request('sw-zoetermeer-rijswijk'));
    expect(amendment).toMatchObject({ state: 'PROPOSED', acceptances: [{ role: 'RECEIVING_COMPANY' }] });
    expect(codeOf(await rejectAgreement(world.services, world.request('sw-leiden'), { commandId: randomUUID(), id: amendment.id, expectedVersion: amendment.version, reason: 'geen grond' }))).toBe('done');
    await suspend(world, id, 'ziekte');
    await end(world, id, '2014-06-30', 'werk is op');
    expect(await now(world, id)).toMatchObject({ state: 'ENDING', current: { hash: current.hash, terms: current.terms } });
  });
});

it('8.4 row 19: when a mandate ends, the running agreement keeps its parties, basis and terms; new proposals are made on the new basis', async () => {
  const [person, place] = somebody();
  const { id, parties, current } = await signed(world, person, place, { until: '2014-09-30' });
  const offer = await offerWithYes(world, person, `${place}0`);
  const former = MATRIX.filter((rule) => rule.principal !== 'gm-0626' || rule.role !== 'RESIDENCE_AUTHORITY');
  const ofItsOwn = { role: 'RESIDENCE_AUTHORITY', principal: 'gm-0626', actingBody: 'gm-0626', basis: 'Het college handelt weer zelf', from: '2014-03-01', until: null };
  world.services = { ...world.services, matrix: [...former, ofItsOwn] };
  expect(codeOf(await propose(offer, { from: '2014-10-01' }))).toBe('NO_AUTHORITY');
  const college = world.request('gm-0626', 'CASE_WORKER');
  const own = idOf(await recordOffer(world.services, college, { commandId: randomUUID(), person, workplaces: [`${place}1`], recordedOn: world.on, channel: 'LETTER' }));
  await recordWorkerChoice(world.services, college, { commandId: randomUUID(), offer: own, choice: 'YES', workplace: `${place}1`, chosenOn: world.on, representative: null });
  const next = await now(world, idOf(await propose(own, { from: '2014-10-01' }, college)));
  expect(residenceOf(next)).toMatchObject({ actingBody: 'gm-0626', basis: 'Het college handelt weer zelf' });
  await world.coordinator.round('2014-04-01');
  expect(await now(world, id)).toMatchObject({ state: 'ACTIVE', parties, current });
});
