/** The negotiation on a real database: what is stored, what is repeated, what is raced for. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Fault } from '#kernel/faults.js';
import { testDatabase, type TestDatabase } from '#shell/testing/test-database.js';
import { acceptAgreement } from './commands/accept.js';
import { counterAgreement } from './commands/counter.js';
import { proposeAgreement } from './commands/propose.js';
import { recordOffer } from './commands/record-offer.js';
import { withdrawAgreement } from './commands/withdraw.js';
import { fold } from './domain/evolve.js';
import type { AuthorityRule } from './domain/parties.js';
import { AgreementReadStore } from './store/agreement-reads.js';
import { reintegration } from './service.js';
import { accept, agreed, codeOf, idOf, informed, now, offerWithYes, PLACE, proposed, workerSays } from './testing/deeds.js';
import { wish, World } from './testing/negotiation-world.js';
import { unloggedReader } from './store/reader.js';

let database: TestDatabase;
let world: World;
let people = 0;
let places = 0;
const somebody = (): string => `person-${(people += 1)}`;
const somePlace = (): string => `zoetermeer-rijswijk:W:${(places += 1)}`;
const reads = (): AgreementReadStore => new AgreementReadStore(unloggedReader(database.dataSource.manager));
const sent = async (id: string): Promise<string[]> =>
  (await database.dataSource.query<{ verb: string; recipient: string }[]>(`select verb, recipient from outbox where payload->>'agreement' = $1 order by seq`, [id])).map((one) => `${one.verb} to ${one.recipient}`);

beforeAll(async () => {
  database = await testDatabase(reintegration);
});
afterAll(() => database.drop());
beforeEach(() => {
  world = new World(database.dataSource);
});

/** The row, the fold of the history and the version that clients expect agree. */
async function expectHonest(id: string): Promise<void> {
  const history = (await reads().historyOf([id])).get(id) ?? [];
  const row = await now(world, id);
  expect(fold(history)).toEqual(row);
  expect(history.map((one) => one.revision)).toEqual(history.map((_, index) => index + 1));
}

describe('from proposal to work', () => {
  it('every step is stored, and the history folds to the row', async () => {
    const { id } = await informed(world, somebody());
    expect(codeOf(await workerSays(world, id, 'AGREED'))).toBe('done');
    expect(await now(world, id)).toMatchObject({ state: 'SIGNED', version: 5, decided: true });
    expect(world.confirmed).toEqual([id]);
    await world.coordinator.round('2014-04-01');
    expect((await now(world, id)).state).toBe('ACTIVE');
    await expectHonest(id);
    expect(await sent(id)).toEqual(['share-employment to sw-leiden']);
  });

  it('a counter keeps both versions of the terms and one valid acceptance per role', async () => {
    const { id } = await proposed(world, somebody(), somePlace());
    const input = { commandId: randomUUID(), id, expectedVersion: 1, terms: wish({ hoursPerWeek: '26' }) };
    expect(codeOf(await counterAgreement(world.services, world.request('sw-zoetermeer-rijswijk'), input))).toBe('done');
    const countered = await now(world, id);
    expect(countered).toMatchObject({ version: 2, state: 'PROPOSED', current: { number: 2, terms: { hoursPerWeek: '26' } } });
    expect(countered.acceptances.map((one) => one.role)).toEqual(['RECEIVING_COMPANY']);
    expect((await reads().termsOf([id])).get(id)?.map((version) => version.terms.hoursPerWeek)).toEqual(['24', '26']);
    await expectHonest(id);
  });

  it('a counter that was refused wastes its number, so that no body signs two contents of one version', async () => {
    const { id } = await proposed(world, somebody(), somePlace());
    const terms = wish({ hoursPerWeek: '26' });
    const both = ['sw-zoetermeer-rijswijk', 'sw-leiden'].map((body) => counterAgreement(world.services, world.request(body), { commandId: randomUUID(), id, expectedVersion: 1, terms }));
    expect((await Promise.all(both)).map(codeOf).sort()).toEqual(['STALE_VERSION', 'done']);
    const numbers = (await reads().termsOf([id])).get(id)?.map((version) => version.number);
    expect(numbers?.[0]).toBe(1);
    expect([2, 3]).toContain(numbers?.[1]);
    await expectHonest(id);
  });
});

describe('a repeated command', () => {
  it('with the same content is done once and answered the same', async () => {
    const offer = await offerWithYes(world, somebody(), somePlace());
    const input = { commandId: randomUUID(), offer, terms: wish(), validForDays: 21 };
    const answers = await Promise.all([1, 2, 3].map(() => proposeAgreement(world.services, world.caseWorker, input)));
    expect(new Set(answers.map(idOf)).size).toBe(1);
    expect(idOf(await proposeAgreement(world.services, world.caseWorker, input))).toBe(idOf(answers[0]!));
  });

  it('with other content is refused; the same id of somebody else is his own', async () => {
    const first = await proposed(world, somebody(), somePlace());
    const commandId = randomUUID();
    const input = { commandId, id: first.id, expectedVersion: 1, termsHash: first.current.hash };
    expect(codeOf(await acceptAgreement(world.services, world.request('sw-leiden'), input))).toBe('done');
    expect(codeOf(await acceptAgreement(world.services, world.request('sw-leiden'), { ...input, expectedVersion: 2 }))).toBe('COMMAND_REUSED');
    expect(codeOf(await acceptAgreement(world.services, world.request('sw-zoetermeer-rijswijk'), { ...input, expectedVersion: 2 }))).toBe('done');
  });

  it('that was refused is refused again, also when it would be allowed now', async () => {
    const { id, current } = await proposed(world, somebody(), somePlace());
    const early = { commandId: randomUUID(), id, expectedVersion: 2, termsHash: current.hash };
    expect(codeOf(await acceptAgreement(world.services, world.request('sw-leiden'), early))).toBe('STALE_VERSION');
    await accept(world, id, world.request('sw-zoetermeer-rijswijk'));
    expect(codeOf(await acceptAgreement(world.services, world.request('sw-leiden'), early))).toBe('STALE_VERSION');
  });

  it('that failed because a body was away can be given again under the same id', async () => {
    const offer = await offerWithYes(world, somebody(), somePlace());
    const input = { commandId: randomUUID(), offer, terms: wish(), validForDays: 21 };
    world.down.add('sw-leiden');
    const refused = await proposeAgreement(world.services, world.caseWorker, input);
    expect(refused).toMatchObject({ kind: 'REFUSAL', refused: { refused: 'BODY_UNAVAILABLE', detail: 'Het gaat om sw-leiden.' } });
    world.down.clear();
    expect(codeOf(await proposeAgreement(world.services, world.caseWorker, input))).toBe('done');
  });
});

describe('one place for two', () => {
  it('goes to one agreement; the other is told with other places and everybody may answer anew', async () => {
    const place = somePlace();
    const winner = await agreed(world, somebody(), place);
    const loser = await proposed(world, somebody(), place);
    await accept(world, loser.id, world.request('sw-leiden'));
    const { version, current } = await now(world, loser.id);
    const last = { commandId: randomUUID(), id: loser.id, expectedVersion: version, termsHash: current.hash };
    const refused = { kind: 'REFUSAL', refused: { refused: 'WORKPLACE_TAKEN' }, agreement: loser.id, alternatives: [`${place}9`] };
    expect(await acceptAgreement(world.services, world.request('sw-zoetermeer-rijswijk'), last)).toMatchObject(refused);
    expect(await acceptAgreement(world.services, world.request('sw-zoetermeer-rijswijk'), last)).toMatchObject(refused);
    expect(await now(world, loser.id)).toMatchObject({ state: 'PROPOSED', acceptances: [], version: version + 1 });
    expect((await now(world, winner.id)).state).toBe('AGREED');
    await expectHonest(loser.id);
  });

  it('has exactly one winner among ten that are accepted at once', async () => {
    const place = somePlace();
    const ids = await Promise.all(Array.from({ length: 10 }, async () => (await proposed(world, somebody(), place)).id));
    await Promise.all(ids.map((id) => accept(world, id, world.request('sw-leiden'))));
    await Promise.all(ids.map((id) => accept(world, id, world.request('sw-zoetermeer-rijswijk'))));
    await world.coordinator.round(world.on);
    const states = await Promise.all(ids.map(async (id) => (await now(world, id)).state));
    expect(states.filter((state) => state === 'AGREED')).toHaveLength(1);
    expect(states.filter((state) => state === 'PROPOSED')).toHaveLength(9);
    for (const id of ids) await expectHonest(id);
  });
});

describe('a body that is away', () => {
  it('while reserving leaves the agreement waiting, and a later round takes it on', async () => {
    const { id } = await proposed(world, somebody(), somePlace());
    await accept(world, id, world.request('sw-leiden'));
    const { version, current } = await now(world, id);
    const sign = world.services.signer.sign.bind(world.services.signer);
    world.sign = async (body, request) => {
      const signature = await sign(body, request as never, null, world.caseWorker);
      world.down.add('sw-zoetermeer-rijswijk');
      return signature;
    };
    expect(codeOf(await acceptAgreement(world.services, world.request('sw-zoetermeer-rijswijk'), { commandId: randomUUID(), id, expectedVersion: version, termsHash: current.hash }))).toBe('done');
    expect((await now(world, id)).state).toBe('RESERVING');
    world.down.clear();
    await world.coordinator.round(world.on);
    expect(await now(world, id)).toMatchObject({ state: 'AGREED', version: version + 1 });
  });

  it('after the decision does not undo it: it is signed when it answers again', async () => {
    const { id } = await informed(world, somebody(), somePlace());
    world.down.add('sw-leiden');
    expect(codeOf(await workerSays(world, id, 'AGREED'))).toBe('done');
    expect(await now(world, id)).toMatchObject({ state: 'COMMITTING', decided: true });
    expect(codeOf(await workerSays(world, id, 'DECLINED'))).toBe('WRONG_STATE');
    world.down.clear();
    await world.coordinator.round(world.on);
    expect((await now(world, id)).state).toBe('SIGNED');
    await expectHonest(id);
  });
});

describe('a role that the authority register gives to nobody', () => {
  it('is named when the proposal is refused, nothing is stored, and the same offer serves when the register is right', async () => {
    const offer = await offerWithYes(world, somebody(), somePlace());
    const give = (matrix: readonly AuthorityRule[]) => proposeAgreement({ ...world.services, matrix }, world.caseWorker, { commandId: randomUUID(), offer, terms: wish(), validForDays: 21 });
    const agreements = async (): Promise<unknown> => (await database.dataSource.query<unknown[]>('select count(*)::int as count from agreement'))[0];
    const before = await agreements();
    const refused = await give(world.services.matrix.filter((rule) => rule.role !== 'FORMAL_EMPLOYER'));
    expect(refused).toMatchObject({ kind: 'REFUSAL', refused: { refused: 'NO_AUTHORITY', detail: 'Het bevoegdhedenregister wijst op deze dag niemand aan als formele werkgever.' } });
    expect(await agreements()).toEqual(before);
    expect(codeOf(await give(world.services.matrix))).toBe('done');
  });
});

describe('before the decision', () => {
  it('a signature that is not genuine voids the acceptances and signs nothing', async () => {
    const { id } = await informed(world, somebody(), somePlace());
    world.forged = true;
    await workerSays(world, id, 'AGREED');
    expect(await now(world, id)).toMatchObject({ state: 'PROPOSED', acceptances: [], decided: false, holding: true });
    expect(world.confirmed).toEqual([]);
    await expectHonest(id);
  });

  it('terms that were changed by hand under a signed hash are signed by nobody', async () => {
    const { id } = await informed(world, somebody(), somePlace());
    await database.dataSource.query(`update terms_version set terms = terms || '{"hoursPerWeek": "30"}' where agreement = $1`, [id]);
    await workerSays(world, id, 'AGREED');
    expect(await now(world, id)).toMatchObject({ state: 'PROPOSED', acceptances: [], decided: false });
    expect(world.confirmed).toEqual([]);
  });

  it('the worker\'s no releases the place at once', async () => {
    const { id } = await informed(world, somebody(), somePlace());
    expect(codeOf(await workerSays(world, id, 'DECLINED'))).toBe('done');
    expect(await sent(id)).toEqual(['share-employment to sw-leiden', 'release-workplace to sw-zoetermeer-rijswijk', 'unshare-employment to sw-leiden']);
    await expectHonest(id);
  });

  it('a representative is needed where the law asks one', async () => {
    const { id } = await informed(world, somebody(), somePlace());
    world.representatives = [{ id: 'r1', kind: 'CURATOR', from: '2010-01-01', until: null }];
    expect(codeOf(await workerSays(world, id, 'AGREED'))).toBe('REPRESENTATIVE_REQUIRED');
    expect((await now(world, id)).state).toBe('WORKER_INFORMED');
    world.representatives = [];
    expect(codeOf(await workerSays(world, id, 'AGREED'))).toBe('done');
  });
});

describe('who sees what', () => {
  it('an agreement of others is not found, exactly like one that does not exist', async () => {
    const { id } = await proposed(world, somebody(), somePlace());
    const attempt = (agreement: string): Promise<unknown> =>
      withdrawAgreement(world.services, world.request('sw-wassenaar'), { commandId: randomUUID(), id: agreement, expectedVersion: 1, reason: 'x' }).catch((error: Fault) => [error.code, error.message]);
    expect(await attempt(id)).toEqual(await attempt(randomUUID()));
    expect(await attempt('no-uuid')).toEqual(['NOT_FOUND', 'Niet gevonden.']);
  });

  it('without a purpose nothing is done', async () => {
    const request = { ...world.caseWorker, viewer: { ...world.caseWorker.viewer, purpose: null } };
    await expect(recordOffer(world.services, request, { commandId: 'c', person: somebody(), workplaces: [PLACE], recordedOn: world.on, channel: 'LETTER' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('an office that proposes nothing is told so, and a person out of sight is not found', async () => {
    const offer = await offerWithYes(world, somebody(), somePlace());
    const input = { commandId: randomUUID(), offer, terms: wish(), validForDays: 21 };
    expect(codeOf(await proposeAgreement(world.services, world.request('werk-en-inkomen', 'POLICY_OFFICER'), input))).toBe('NO_AUTHORITY');
    await expect(recordOffer(world.services, world.caseWorker, { commandId: randomUUID(), person: 'hidden', workplaces: [PLACE], recordedOn: world.on, channel: 'LETTER' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('lists show what waits for a body and nothing to who has no ground', async () => {
    const { id } = await proposed(world, somebody(), somePlace());
    const question = (body: string, waiting: boolean) => ({
      scope: { actingBody: body, self: null }, states: null, person: null, company: null, waitingFor: waiting ? { body, on: world.on } : null,
    });
    const idsFor = async (body: string, waiting: boolean): Promise<string[]> => (await reads().page(question(body, waiting), null, 200)).map((one) => one.agreement.id);
    expect(await idsFor('sw-leiden', true)).toContain(id);
    expect(await idsFor('werk-en-inkomen', true)).not.toContain(id);
    expect(await idsFor('werk-en-inkomen', false)).toContain(id);
    expect(await idsFor('sw-wassenaar', false)).toEqual([]);
    await accept(world, id, world.request('sw-leiden'));
    expect(await idsFor('sw-leiden', true)).not.toContain(id);
    expect(await reads().count({ ...question('sw-leiden', false), scope: { actingBody: null, self: null } })).toBe(0);
  });

  it('cells count agreements whose work began by a day', async () => {
    const cells = await reads().cells('2014-06-30');
    expect(new Set(cells.map(({ key }) => [key[1], key[2], key[5], key[6]].join()))).toEqual(new Set(['2014,2014Q2,sw-zoetermeer-rijswijk,0626']));
    expect(await reads().cells('2013-12-31')).toEqual([]);
  });
});

it('a proposal that nobody answered lapses on the day after its last day', async () => {
  const { id, expiresOn } = await proposed(world, somebody(), somePlace());
  await world.coordinator.round(expiresOn);
  expect((await now(world, id)).state).toBe('PROPOSED');
  await world.coordinator.round('2014-03-25');
  expect((await now(world, id)).state).toBe('LAPSED');
  expect(await sent(id)).toEqual(['share-employment to sw-leiden', 'unshare-employment to sw-leiden']);
});
