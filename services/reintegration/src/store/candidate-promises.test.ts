/** A candidate who is promised to another agreement is known to be so, on the days of that agreement and in the states in which his hours are promised. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '#shell/testing/test-database.js';
import { AGREEMENT_STATES, PROMISED_STATES } from '../domain/state-machine.js';
import { ON } from '../domain/testing/sample-agreement.js';
import { reintegration } from '../service.js';
import { proposed } from '../testing/deeds.js';
import { World } from '../testing/negotiation-world.js';
import { storePointers } from './employment-pointer.store.js';
import { IndicationStore, storeIndications } from './indication.store.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase(reintegration);
  await proposed(new World(database.dataSource), 'worker', 'zoetermeer-rijswijk:W:1', { until: '2014-12-31' });
  const indication = {
    number: 'I-1', person: 'worker', municipality: '0626', kind: 'WSW' as const, category: null, appliedOn: '2009-09-01', decidedOn: '2010-01-04', validUntil: null, reindicationRequestedOn: null,
    adviceSupervisedEmployment: null, adaptations: [], waitingSince: '2010-01-04', postcodeArea: '2251',
  };
  await database.dataSource.transaction(async (manager) => {
    await storeIndications(manager, [indication, { ...indication, number: 'I-2', person: 'waits' }], `${ON}T00:00:00.000Z`);
    await storePointers(manager, [{ person: 'worker', company: 'sw-leiden', employment: 'leiden:E:1', from: '2010-02-01', until: null }], 1);
  });
  // The guard of the states lets no agreement jump; here only what is read of it matters.
  await database.dataSource.query('alter table agreement disable trigger user');
});
afterAll(() => database.drop());

const store = (): IndicationStore => new IndicationStore({ read: (work) => database.dataSource.transaction(work), together: (work) => database.dataSource.transaction(work), processed: () => undefined });

it('in exactly the states in which his hours are promised', async () => {
  const promised: string[] = [];
  for (const state of AGREEMENT_STATES) {
    await database.dataSource.query('update agreement set state = $1', [state]);
    const [found] = await store().employedCandidates(ON);
    if (found?.promised) promised.push(state);
  }
  expect(promised).toEqual(PROMISED_STATES);
});

it('until the last day of the agreement', async () => {
  await database.dataSource.query(`update agreement set state = 'ACTIVE'`);
  const on = async (day: string) => (await store().employedCandidates(day)).map(({ promised }) => promised);
  expect([await on('2014-12-31'), await on('2015-01-01')]).toEqual([[true], [false]]);
  await database.dataSource.query(`update agreement set ends_on = '2014-06-30'`);
  expect(await on('2014-07-01')).toEqual([false]);
});

it('and whoever waits without an agreement is not', async () => {
  expect((await store().waitingCandidates(ON)).map(({ promised }) => promised)).toEqual([false]);
});
