/** What the commands ask others, and when: on a real database with bodies that answer from memory. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { unavailable } from '#kernel/faults.js';
import { testDatabase, type TestDatabase } from '#shell/testing/test-database.js';
import { reintegration } from '../service.js';
import { codeOf, informed, now, offerWithYes } from '../testing/deeds.js';
import { wish, World } from '../testing/negotiation-world.js';
import { proposeAgreement } from './propose.js';
import { recordOffer } from './record-offer.js';
import { recordWorkerChoice } from './record-worker-choice.js';
import { recordWorkerDecision } from './record-worker-decision.js';

const PLACE = 'zoetermeer-rijswijk:W:7001';
let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await testDatabase(reintegration);
});
afterAll(() => database.drop());
beforeEach(() => {
  world = new World(database.dataSource);
});

it('an offer names places of companies in the partner register only', async () => {
  const offer = { commandId: randomUUID(), person: 'person-1', recordedOn: world.on, channel: 'LETTER' } as const;
  await expect(recordOffer(world.services, world.caseWorker, { ...offer, workplaces: [PLACE, 'elders:W:1'] })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(codeOf(await recordOffer(world.services, world.caseWorker, { ...offer, workplaces: [PLACE] }))).toBe('done');
});

it('a choice names a representative who stands by the worker, or none', async () => {
  const offer = await offerWithYes(world, 'person-2', PLACE);
  world.representatives = [{ id: 'r1', kind: 'MENTOR', from: '2010-01-01', until: null }];
  const choose = (representative: string | null) =>
    recordWorkerChoice(world.services, world.caseWorker, { commandId: randomUUID(), offer, choice: 'YES', workplace: PLACE, chosenOn: world.on, representative });
  expect([await choose('r2'), await choose('r1'), await choose(null)].map(codeOf)).toEqual(['REPRESENTATIVE_REQUIRED', 'done', 'done']);
});

it('a place that does not suit is refused with other places', async () => {
  const offer = await offerWithYes(world, 'person-3', PLACE);
  const propose = (changes: object) => proposeAgreement(world.services, world.caseWorker, { commandId: randomUUID(), offer, terms: wish(changes), validForDays: 21 });
  expect(await propose({ adaptations: [], workForm: 'INTERNAL' })).toMatchObject({ refused: { refused: 'WORKPLACE_UNSUITABLE' }, alternatives: [`${PLACE}9`] });
  expect(codeOf(await propose({}))).toBe('done');
});

it('somebody without authority is told so while the body that knows the representatives is away', async () => {
  const { id, version } = await informed(world, 'person-4', 'zoetermeer-rijswijk:W:7002');
  const { bodies } = world.services;
  world.services = { ...world.services, bodies: { ...bodies, representatives: () => Promise.reject(unavailable('werk-en-inkomen')) } };
  const decide = (request = world.caseWorker) =>
    recordWorkerDecision(world.services, request, { commandId: randomUUID(), id, expectedVersion: version, decision: 'AGREED', decidedOn: world.on, evidence: null, representative: null });
  expect(codeOf(await decide(world.request('sw-leiden')))).toBe('NO_AUTHORITY');
  expect(codeOf(await decide())).toBe('BODY_UNAVAILABLE');
  world.services = { ...world.services, bodies };
  expect(codeOf(await decide())).toBe('done');
  expect((await now(world, id)).version).toBe(version + 1);
});
