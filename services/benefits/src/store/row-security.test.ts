/** The row policies of this register against an oracle of their own: what a statement without any scope shows. Wsw art. 15; Wgs art. 8. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answersFor, cataloguePeepholes, fillShellTables, reads, RowSecurityCheck, type Asker, type Row, type Seeded } from '#shell/testing/row-security.js';
import type { TestDatabase } from '#shell/testing/test-database.js';
import { ANNA, CEES, ON, smallRegister } from '../testing/small-register.js';

/** Neither a person's nor about one. */
const OPEN = ['applied_migration', 'audit_anchor', 'audit_head', 'delivery', 'import_run', 'municipality', 'policy_value', 'region_membership'];

let database: TestDatabase;
let check: RowSecurityCheck;
beforeAll(async () => {
  database = await smallRegister();
  await fillShellTables(database.dataSource);
  const bodies = ['werk-en-inkomen', 'gm-0546', 'sw-leiden'];
  check = await RowSecurityCheck.of({ dataSource: database.dataSource, home: 'werk-en-inkomen', on: ON, bodies, subjects: ['officer', ANNA, CEES], oracle: ORACLE });
});
afterAll(() => database.drop());

const livesThere = (asker: Asker, person: unknown, seeded: Seeded): boolean =>
  (seeded.get('residence') ?? []).some((home) => home['person_id'] === person && answersFor(asker, home['municipality']) && day(home['from_on']) <= ON && (home['until_on'] === null || day(home['until_on']) >= ON));
/** A date of the database is midnight on the clock of this machine. */
const day = (value: unknown): string => (value instanceof Date ? [value.getFullYear(), value.getMonth() + 1, value.getDate()].map((part) => String(part).padStart(2, '0')).join('-') : String(value));

/** A client of a trajectory that the asker's body is responsible for, wherever he lives: for the delivery to the CBS. */
const delivers = (asker: Asker): boolean => asker.viewer.purpose === 'levering-ddas' && reads(asker, 'CASE_WORKER');
const responsible = (asker: Asker, number: unknown, seeded: Seeded): boolean => (seeded.get('debt_trajectory') ?? []).some((one) => one['trajectory_number'] === number && answersFor(asker, one['municipality']));
const inDelivery = (asker: Asker, row: Row, seeded: Seeded): boolean => delivers(asker) && responsible(asker, row['trajectory_number'], seeded);
const owes = (asker: Asker, person: unknown, seeded: Seeded): boolean =>
  [...(seeded.get('debt_trajectory') ?? []).filter((one) => one['person_id'] === person), ...(seeded.get('debt_detail') ?? []).filter((one) => one['partner_person_id'] === person)].some((row) => inDelivery(asker, row, seeded));

function seesPerson(asker: Asker, person: unknown, seeded: Seeded): boolean {
  if (delivers(asker)) return false;
  if (reads(asker, 'CASE_WORKER')) return livesThere(asker, person, seeded);
  return reads(asker, 'WORKER') && asker.viewer.subject === person;
}

const forDebts = ({ viewer }: Asker): boolean => viewer.purpose === 'schuldhulp' || viewer.purpose === 'inzage';
const counts = ({ door, viewer }: Asker): boolean => door === 'figures' && viewer.roles.some((role) => ['ANALYST', 'POLICY_OFFICER', 'COUNCIL_MEMBER', 'PARTICIPATION_COUNCIL', 'CASE_WORKER'].includes(role));
const ofPerson = (asker: Asker, row: Row, seeded: Seeded): boolean => seesPerson(asker, row['person_id'], seeded);
const application = (asker: Asker, row: Row, seeded: Seeded): boolean => counts(asker) || (ofPerson(asker, row, seeded) && (row['kind'] !== 'DEBT_HELP' || forDebts(asker)));

const ORACLE = {
  person: (asker: Asker, row: Row, seeded: Seeded) => seesPerson(asker, row['id'], seeded) || owes(asker, row['id'], seeded),
  residence: ofPerson,
  representative: ofPerson,
  benefit: ofPerson,
  debt_trajectory: (asker: Asker, row: Row, seeded: Seeded) => (forDebts(asker) && ofPerson(asker, row, seeded)) || inDelivery(asker, row, seeded),
  debt_detail: inDelivery,
  debt_period: inDelivery,
  debt: inDelivery,
  application,
  suspension: (asker: Asker, row: Row, seeded: Seeded) => (seeded.get('application') ?? []).some((one) => one['application_number'] === row['application_number'] && application(asker, one, seeded)),
};

describe('a statement without a scope', () => {
  it('shows each reader, at each door, exactly the rows that are his to see', async () => {
    expect(check.emptyTables()).toEqual([]);
    expect(await check.mismatches()).toEqual([]);
    process.stdout.write(`row security of benefits: ${check.cells} cells\n`);
  }, 120_000);

  it('is judged so that no policy can be dropped or loosened unnoticed', async () => {
    const { policies, changes, unnoticed } = await check.unnoticed();
    expect(unnoticed).toEqual([]);
    process.stdout.write(`row security of benefits: ${changes} changes of ${policies} policies noticed\n`);
  }, 120_000);
});

it('every table is behind a policy that holds for its owner too, or is named as open', async () => {
  expect(await cataloguePeepholes(database.dataSource, OPEN)).toEqual([]);
});
