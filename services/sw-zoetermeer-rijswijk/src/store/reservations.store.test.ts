// The store alone decides a race, also without the lock that the commands take.
import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '#shell/testing/test-database.js';
import { definition } from '../service.js';
import { hold } from './reservations.store.js';

const request = { workplace: 'W1', termsVersion: 1, from: '2014-04-01', until: null, hoursPerWeek: '18', function: 'Inpakker' };

describe('the hold table', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase(definition);
    await database.dataSource.query(`insert into employer (kvk_number, name) values ('90000001', 'Kartonnage De Blauwe Anjer')`);
    await database.dataSource.query(
      `insert into workplace (number, employer_id, title, function, municipality, hours_min, hours_max, supervision_hours, status)
       select 'W1', id, 'Inpakken', 'Inpakker', '0637', 8, 24, 1, 'OPEN' from employer`,
    );
  });
  afterAll(() => database.drop());

  it('lets one of eight open transactions win', async () => {
    const ask = () => database.dataSource.transaction((em) => hold(em, { ...request, agreement: randomUUID() }));
    const answers = await Promise.all(Array.from({ length: 8 }, ask));
    expect(answers.filter((answer) => answer.held)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.held && answer.reason === 'TAKEN')).toHaveLength(7);
  });

  it('leaves nothing of a hold whose transaction fails', async () => {
    await database.dataSource.query('delete from hold');
    const failing = database.dataSource.transaction(async (em) => {
      await hold(em, { ...request, agreement: randomUUID() });
      throw new Error('the process dies here');
    });
    await expect(failing).rejects.toThrow('the process dies here');
    expect(await database.dataSource.query('select from hold')).toEqual([]);
  });
});
