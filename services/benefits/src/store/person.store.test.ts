import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReadSession } from '#shell/read-session.js';
import type { TestDatabase } from '#shell/testing/test-database.js';
import { NOTHING, type PersonScope } from '../domain/policy.js';
import { ANNA, BRAM, CEES, readingOf, residentsOf, sessionOn, smallRegister } from '../testing/small-register.js';
import { PersonStore } from './person.store.js';

let database: TestDatabase;
let session: ReadSession;
beforeAll(async () => {
  database = await smallRegister();
  session = sessionOn(database);
});
afterAll(async () => {
  await session.close();
  await database.drop();
});

const everybody = [ANNA, BRAM, CEES];
const store = (scope: PersonScope, on?: string) => new PersonStore(session, readingOf(scope, on));
const JOINT_SERVICE = residentsOf('1916', '0626', '0629');

describe('reading persons', () => {
  it('gives the residents of the scope on the business date and nobody else', async () => {
    const found = await store(JOINT_SERVICE).persons(everybody);
    expect(found.map((one) => one.id).sort()).toEqual([ANNA, BRAM]);
  });

  it('still gave somebody on the last day before he moved out of the scope', async () => {
    const found = await store(JOINT_SERVICE, '2013-12-31').persons([CEES]);
    expect(found.map((one) => one.name)).toEqual(['Ceesjan Kwarstra']);
  });

  it('gives a worker himself only', async () => {
    const own = store({ kind: 'own', person: CEES });
    expect((await own.persons(everybody)).map((one) => one.id)).toEqual([CEES]);
    expect((await own.representativesOf(everybody)).map((one) => one.number)).toEqual(['93']);
  });

  it('gives nothing of anybody without a scope', async () => {
    const none = store(NOTHING);
    const rows = await Promise.all([none.persons(everybody), none.residences(everybody), none.representativesOf(everybody), none.representatives(['91', '92'])]);
    expect(rows).toEqual([[], [], [], []]);
    expect(await none.clients({}, { first: 10, after: null })).toEqual({ rows: [], totalCount: 0 });
  });

  it('gives residences and representatives of visible persons only', async () => {
    const own = store(residentsOf('0626'));
    expect((await own.residences(everybody)).map((one) => [one.person, one.municipality])).toEqual([[BRAM, '0626']]);
    expect(await own.representatives(['91', '93'])).toEqual([]);
    expect((await store(residentsOf('1916')).representatives(['91', '93'])).map((one) => one.number)).toEqual(['91']);
  });
});

describe('clients', () => {
  const page = { first: 10, after: null };

  it('come by name, page by page, with the total of all pages', async () => {
    const first = await store(JOINT_SERVICE).clients({}, { first: 1, after: null });
    expect([first.totalCount, first.rows.map((one) => one.id)]).toEqual([2, [ANNA, BRAM]]);
    const next = await store(JOINT_SERVICE).clients({}, { first: 1, after: ['Annelore Brinstema', ANNA] });
    expect([next.totalCount, next.rows.map((one) => one.id)]).toEqual([2, [BRAM]]);
  });

  it('are found by municipality within the scope, and not outside it', async () => {
    const ids = async (municipality: string) => (await store(JOINT_SERVICE).clients({ municipality }, page)).rows.map((one) => one.id);
    expect([await ids('0626'), await ids('0546')]).toEqual([[BRAM], []]);
  });

  it('are found by the beginning of any word of the name, and a sign of the pattern language is just a sign', async () => {
    const count = async (search: string) => (await store(JOINT_SERVICE).clients({ search }, page)).totalCount;
    expect([await count('BRI'), await count('van der'), await count('rin'), await count('%'), await count('_')]).toEqual([1, 1, 0, 0, 0]);
  });
});
