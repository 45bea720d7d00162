/** The row policies of directory and agreements against an oracle of their own: what a statement without any scope shows. Wsw art. 15; domain brief 2.10. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { acts, answersFor, cataloguePeepholes, fillShellTables, reads, RowSecurityCheck, type Asker, type Row, type Seeded } from '#shell/testing/row-security.js';
import { testDatabase, type TestDatabase } from '#shell/testing/test-database.js';
import { ON } from '../domain/testing/sample-agreement.js';
import { reintegration } from '../service.js';
import { proposed } from '../testing/deeds.js';
import { World } from '../testing/negotiation-world.js';
import { storePointers } from './employment-pointer.store.js';
import { storeIndications } from './indication.store.js';
import { storeResidenceMoves } from './residence-move.store.js';
import { storeTrajectories } from './trajectory.store.js';

/** Neither a person's nor about one. */
const OPEN = ['applied_migration', 'audit_anchor', 'audit_head', 'company_announcement', 'coordinator_lease', 'employer', 'import_run', 'municipal_finance', 'news_head'];
const AS_OF = `${ON}T00:00:00.000Z`;

let database: TestDatabase;
let check: RowSecurityCheck;
beforeAll(async () => {
  database = await testDatabase(reintegration);
  await fillShellTables(database.dataSource);
  await database.dataSource.transaction(fillDirectory);
  const world = new World(database.dataSource);
  await proposed(world, 'resident', 'zoetermeer-rijswijk:W:1');
  await proposed(world, 'stranger', 'zoetermeer-rijswijk:W:2');
  await database.dataSource.transaction(fillAgreements);
  const bodies = ['werk-en-inkomen', 'gm-0546', 'sw-leiden', 'sw-wassenaar', 'sw-zoetermeer-rijswijk'];
  check = await RowSecurityCheck.of({ dataSource: database.dataSource, home: 'werk-en-inkomen', on: ON, bodies, subjects: ['officer', 'resident', 'stranger'], oracle: ORACLE });
});
afterAll(() => database.drop());

async function fillDirectory(manager: EntityManager): Promise<void> {
  const indication = (number: string, person: string, municipality: string) => ({
    number, person, municipality, kind: 'WSW' as const, category: null, appliedOn: '2009-09-01', decidedOn: '2010-01-04', validUntil: null, reindicationRequestedOn: null,
    adviceSupervisedEmployment: null, adaptations: [], waitingSince: null, postcodeArea: '2251',
  });
  await storeIndications(manager, [indication('I-1', 'resident', '0626'), indication('I-2', 'stranger', '0546'), indication('I-3', 'left', '0626'), indication('I-4', 'left', '0546')], AS_OF);
  const pointer = (person: string, company: string, number: number, until: string | null) => ({ person, company: `sw-${company}`, employment: `${company}:E:${number}`, from: '2010-02-01', until });
  await storePointers(manager, [pointer('resident', 'leiden', 1, null), pointer('left', 'leiden', 2, '2013-06-30')], 2);
  await storePointers(manager, [pointer('stranger', 'wassenaar', 1, null), pointer('elsewhere', 'wassenaar', 2, null)], 2);
  const trajectory = { instrument: 'WERKSTAGE', programme: null, from: '2014-01-06', until: null, outcome: null, providerName: null, providerKind: null };
  await storeTrajectories(manager, [{ number: 'T-1', person: 'resident', municipality: '0626', ...trajectory }, { number: 'T-2', person: 'stranger', municipality: '0546', ...trajectory }], AS_OF);
  const move = (person: string, from: string, to: string) => ({ person, on: '2012-05-01', from, to });
  await storeResidenceMoves(manager, [move('resident', '0546', '0626'), move('stranger', '0363', '0546'), move('left', '0626', '0546'), { ...move('left', '0546', '0363'), on: '2013-05-01' }, { ...move('resident', '0626', '0363'), on: '2013-01-01' }, { ...move('resident', '0363', '0344'), on: '2013-05-01' }], AS_OF);
}

/** An amendment of the first agreement that goes past Leiden's firm; an offer of another college; a step that does not come on. */
async function fillAgreements(manager: EntityManager): Promise<void> {
  await manager.query(`
    create temporary table amended on commit drop as select * from agreement where person = 'resident';
    update amended set id = gen_random_uuid(), amends = id, state = 'PROPOSED', placing_body = 'sw-wassenaar';
    insert into agreement (id, version, revision, state, person, profile, offer, terms_version, placing_body, receiving_body, workplace, from_date, hours_per_week, expires_on, holding, decided, amends)
      select id, version, revision, state, person, profile, offer, terms_version, placing_body, receiving_body, workplace, from_date, hours_per_week, expires_on, holding, decided, amends from amended;
    insert into terms_version (agreement, number, hash, terms, facts, proposed_by, proposed_at) select id, terms_version, 'h', '{}', '{}', 'sw-wassenaar', now() from amended;
    insert into agreement_party (agreement, terms_version, role, position, acting_body, on_behalf_of, basis)
      select id, terms_version, 'PLACING_COMPANY', 1, 'sw-wassenaar', 'sw-wassenaar', 'zelf' from amended;
    insert into coordinator_attempt (agreement, step, attempts, last_code, next_at) select id, 'HOLD', 1, 'UNAVAILABLE', now() from amended;
    insert into offer (id, revision, profile, person, recorded_by, recorded_on, channel) values (gen_random_uuid(), 1, gen_random_uuid(), 'left', 'gm-0546', '2014-03-01', 'LETTER');
    insert into offer_workplace (offer, position, workplace) select id, 1, 'leiden:W:1' from offer where recorded_by = 'gm-0546'`);
  await manager.query(GROUP_ORDERS);
}

/** One with the first agreement in it, one of Wassenaar's arrangement that is empty yet. */
const GROUP_ORDERS = `
  insert into group_order (id, version, company, hirer) values (gen_random_uuid(), 2, 'sw-zoetermeer-rijswijk', 'kvk:99000001'), (gen_random_uuid(), 1, 'sw-wassenaar', 'kvk:99000001');
  insert into group_order_terms (group_order, version, terms, recorded_at, business_date, actor_subject, actor_body) select id, 1, '{}', now(), '${ON}', 'officer', company from group_order;
  insert into group_order_agreement (agreement, group_order, version, linked_on, linked_by)
    select a.id, o.id, 2, '${ON}', o.company from agreement a, group_order o where a.person = 'resident' and a.amends is null and o.company = 'sw-zoetermeer-rijswijk'`;

const rowsOf = (seeded: Seeded, table: string): readonly Row[] => seeded.get(table) ?? [];
const counts = ({ door, viewer }: Asker): boolean => door === 'figures' && viewer.roles.some((role) => ['ANALYST', 'POLICY_OFFICER', 'COUNCIL_MEMBER', 'PARTICIPATION_COUNCIL'].includes(role));
const looksForCandidates = (asker: Asker): boolean => asker.door === 'candidates' && acts(asker, 'PLACEMENT_OFFICER', 'CASE_WORKER');
const himself = (asker: Asker, row: Row): boolean => reads(asker, 'WORKER') && row['person'] === asker.viewer.subject;
const college = (asker: Asker, row: Row): boolean => reads(asker, 'CASE_WORKER') && answersFor(asker, row['municipality']);
const employs = (asker: Asker, person: unknown, seeded: Seeded): boolean =>
  reads(asker, 'PLACEMENT_OFFICER') && rowsOf(seeded, 'employment_pointer').some((one) => one['person'] === person && one['company'] === asker.viewer.body && one['until_date'] === null);

const official = (asker: Asker): boolean => reads(asker, 'CASE_WORKER', 'PLACEMENT_OFFICER');
const isParty = ({ viewer }: Asker, agreement: unknown, seeded: Seeded): boolean => rowsOf(seeded, 'agreement_party').some((one) => one['agreement'] === agreement && one['acting_body'] === viewer.body);
const isAbout = ({ viewer }: Asker, agreement: unknown, seeded: Seeded): boolean => rowsOf(seeded, 'agreement').some((one) => one['id'] === agreement && one['person'] === viewer.subject);
const withAgreement = (asker: Asker, row: Row, seeded: Seeded): boolean =>
  (official(asker) && isParty(asker, row['agreement'], seeded)) || (reads(asker, 'WORKER') && isAbout(asker, row['agreement'], seeded));
const offer = (asker: Asker, row: Row): boolean => (reads(asker, 'CASE_WORKER') && row['recorded_by'] === asker.viewer.body) || himself(asker, row);
const groupOrder = (asker: Asker, id: unknown, seeded: Seeded): boolean =>
  official(asker) &&
  (rowsOf(seeded, 'group_order').some((one) => one['id'] === id && one['company'] === asker.viewer.body) ||
    rowsOf(seeded, 'group_order_agreement').some((one) => one['group_order'] === id && isParty(asker, one['agreement'], seeded)));

const before = (day: unknown, other: unknown): boolean => new Date(day as string).getTime() < new Date(other as string).getTime();

/** He left or came to one of the asker's municipalities while he had the employment that he still has. */
const passedWhileEmployed = (asker: Asker, move: Row, seeded: Seeded): boolean =>
  rowsOf(seeded, 'residence_move').some((one) => one['person'] === move['person'] && (answersFor(asker, one['from_municipality']) || answersFor(asker, one['to_municipality'])) &&
    rowsOf(seeded, 'employment_pointer').some((held) => held['person'] === move['person'] && held['until_date'] === null && before(held['from_date'], one['moved_on'])));

const ORACLE = {
  indication: (asker: Asker, row: Row, seeded: Seeded) => looksForCandidates(asker) || college(asker, row) || employs(asker, row['person'], seeded) || himself(asker, row),
  trajectory: (asker: Asker, row: Row) => counts(asker) || college(asker, row) || himself(asker, row),
  employment_pointer: (asker: Asker, row: Row, seeded: Seeded) =>
    looksForCandidates(asker) || rowsOf(seeded, 'indication').some((one) => one['person'] === row['person'] && college(asker, one)) ||
    (reads(asker, 'PLACEMENT_OFFICER') && row['company'] === asker.viewer.body) || himself(asker, row),
  candidate_profile: looksForCandidates,
  residence_move: (asker: Asker, row: Row, seeded: Seeded) =>
    (reads(asker, 'CASE_WORKER') && (answersFor(asker, row['from_municipality']) || answersFor(asker, row['to_municipality']) || passedWhileEmployed(asker, row, seeded))) || employs(asker, row['person'], seeded) || himself(asker, row),
  agreement: (asker: Asker, row: Row, seeded: Seeded) =>
    counts(asker) || (official(asker) && (isParty(asker, row['id'], seeded) || isParty(asker, row['amends'], seeded))) || himself(asker, row),
  agreement_party: withAgreement,
  terms_version: (asker: Asker, row: Row, seeded: Seeded) => counts(asker) || withAgreement(asker, row, seeded),
  acceptance: withAgreement,
  agreement_history: withAgreement,
  due_date: withAgreement,
  offer,
  group_order: (asker: Asker, row: Row, seeded: Seeded) => groupOrder(asker, row['id'], seeded),
  group_order_terms: (asker: Asker, row: Row, seeded: Seeded) => groupOrder(asker, row['group_order'], seeded),
  group_order_agreement: (asker: Asker, row: Row, seeded: Seeded) => official(asker) && isParty(asker, row['agreement'], seeded),
  offer_workplace: (asker: Asker, row: Row, seeded: Seeded) => rowsOf(seeded, 'offer').some((one) => one['id'] === row['offer'] && offer(asker, one)),
};

describe('a statement without a scope', () => {
  it('shows each reader, at each door, exactly the rows that are his to see', async () => {
    expect(check.emptyTables()).toEqual([]);
    expect(await check.mismatches()).toEqual([]);
    process.stdout.write(`row security of reintegration: ${check.cells} cells\n`);
  }, 120_000);

  it('is judged so that no policy can be dropped or loosened unnoticed', async () => {
    const { policies, changes, unnoticed } = await check.unnoticed();
    expect(unnoticed).toEqual([]);
    process.stdout.write(`row security of reintegration: ${changes} changes of ${policies} policies noticed\n`);
  }, 120_000);
});

it('every table is behind a policy that holds for its owner too, or is named as open', async () => {
  expect(await cataloguePeepholes(database.dataSource, OPEN)).toEqual([]);
});
