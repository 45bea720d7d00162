/**
 * Who sees which rows of this register, said once more where they lie: the scope of store/scope.ts and domain/policy.ts as policies, so that
 * a statement without it shows nothing that is not the viewer's. Wsw art. 15 and AVG art. 5(1)(b); Wgs art. 8 for debts. Decision 0017.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { answered, answeredWithRowsOpen } from '#shell/row-security/answers.js';
import { hasRole, MY_MUNICIPALITIES, protect, READING, SUBJECT, TODAY, unprotect, type RowRules } from '#shell/row-security/protect.js';

/** The kinds of `PersonScope`; who works for a college reads its residents, and not himself beside them. */
export const PERSON_SCOPE = `
  create function schakel_person_scope() returns text language sql stable parallel safe as $$
    select case when schakel_reads_as('CASE_WORKER') then 'residents' when schakel_reads_as('WORKER') then 'own' else 'nothing' end $$`;
export const FOR_DEBTS = `(select schakel_setting('purpose') in ('schuldhulp', 'inzage'))`;
const FIGURES = hasRole('ANALYST', 'POLICY_OFFICER', 'COUNCIL_MEMBER', 'PARTICIPATION_COUNCIL', 'CASE_WORKER');

export function scoped(person: string, resident: string): string {
  return `case (select schakel_person_scope()) when 'residents' then ${resident} when 'own' then ${person} = ${SUBJECT} else false end`;
}

const isMineToday = (home: string): string =>
  `${home}.municipality = any(${MY_MUNICIPALITIES}) and ${home}.from_on <= ${TODAY} and (${home}.until_on is null or ${home}.until_on >= ${TODAY})`;
export const livesHere = (person: string): string => `exists (select 1 from residence home where home.person_id = ${person} and ${isMineToday('home')})`;

/** Of one person: a few rows, so that asking for each is cheaper than planning the question anew. */
export const ofPerson = (column: string): string => scoped(column, `schakel_lives_here(${column})`);

const FUNCTIONS = [
  PERSON_SCOPE,
  answeredWithRowsOpen('schakel_lives_here(asked text)', livesHere('asked')),
  answered('schakel_sees_application(asked text)', 'exists (select 1 from application a where a.application_number = asked)'),
];

const RULES: Readonly<Record<string, RowRules>> = {
  // Listed and counted in their thousands: here the planner must see through the condition.
  person: { read: scoped('person.id', livesHere('person.id')) },
  // One of before is seen with the one of today, which lies in the same table.
  residence: { read: scoped('residence.person_id', `((${isMineToday('residence')}) or schakel_lives_here(residence.person_id))`) },
  representative: { read: ofPerson('representative.person_id') },
  application: { read: `(application.kind <> 'DEBT_HELP' or ${FOR_DEBTS}) and ${ofPerson('application.person_id')}`, figures: FIGURES },
  // The term of a request for debt help is no more to be seen than the request.
  suspension: { read: `${READING} and schakel_sees_application(suspension.application_number)`, figures: FIGURES },
  benefit: { read: ofPerson('benefit.person_id') },
  debt_trajectory: { read: `${FOR_DEBTS} and ${ofPerson('debt_trajectory.person_id')}` },
  // Client numbers serve the imports.
  client: {},
};

export class BenefitsRowSecurity1 implements MigrationInterface {
  readonly name = 'BenefitsRowSecurity1700000100001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of FUNCTIONS) await runner.query(statement);
    for (const [table, rules] of Object.entries(RULES)) await protect(runner, table, rules);
  }

  async down(runner: QueryRunner): Promise<void> {
    await unprotect(runner, ...Object.keys(RULES));
    await runner.query('drop function schakel_sees_application, schakel_lives_here, schakel_person_scope');
  }
}
