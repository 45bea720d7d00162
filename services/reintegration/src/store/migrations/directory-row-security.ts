/**
 * Who sees which rows of the directory's registers, said once more where they lie: the grounds of store/person-scope.ts as policies.
 * Wsw art. 15 lid 1; domain brief 2.10. Decision 0017.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { answeredWithRowsOpen } from '#shell/row-security/answers.js';
import { actsAs, BODY, hasRole, MY_MUNICIPALITIES, protect, readsAs, SUBJECT, TODAY, unprotect, type RowRules } from '#shell/row-security/protect.js';

const SELF = (person: string): string => `(${readsAs('WORKER')} and ${person} = ${SUBJECT})`;
const RESIDENT = (municipality: string): string => `(${readsAs('CASE_WORKER')} and ${municipality} = any(${MY_MUNICIPALITIES}))`;
const FIGURES = hasRole('ANALYST', 'POLICY_OFFICER', 'COUNCIL_MEMBER', 'PARTICIPATION_COUNCIL');
/** Everybody who waits or works, by profile: for who looks for a worker for a place. */
const CANDIDATES = actsAs('PLACEMENT_OFFICER', 'CASE_WORKER');

const EMPLOYED_HERE = `exists (select 1 from employment_pointer p where p.person = indication.person and p.company = ${BODY}
  and p.from_date <= ${TODAY} and (p.until_date is null or p.until_date >= ${TODAY}))`;

/** Indications and pointers are each other's ground, which two policies cannot be. */
const IS_RESIDENT = answeredWithRowsOpen(
  'schakel_is_resident(asked text)',
  `exists (select 1 from indication i where i.person = asked and i.municipality = any(${MY_MUNICIPALITIES}))`,
);
/** A later decision counts also where another college took it, who reads of it nothing but that it is there. */
const SUPERSEDED = answeredWithRowsOpen(
  'schakel_superseded(asked text, decided date, own text)',
  `exists (select 1 from indication l where l.person = asked and l.kind = 'WSW' and (l.decided_on, l.number) > (decided, own))`,
);

const RULES: Readonly<Record<string, RowRules>> = {
  indication: {
    read: `${RESIDENT('indication.municipality')} or (${readsAs('PLACEMENT_OFFICER')} and ${EMPLOYED_HERE}) or ${SELF('indication.person')}`,
    candidates: CANDIDATES,
  },
  trajectory: { read: `${RESIDENT('trajectory.municipality')} or ${SELF('trajectory.person')}`, figures: FIGURES },
  employment_pointer: {
    read: `(${readsAs('CASE_WORKER')} and schakel_is_resident(employment_pointer.person))
      or (${readsAs('PLACEMENT_OFFICER')} and employment_pointer.company = ${BODY}) or ${SELF('employment_pointer.person')}`,
    candidates: CANDIDATES,
  },
  candidate_profile: { candidates: CANDIDATES },
};

export class DirectoryRowSecurity1 implements MigrationInterface {
  readonly name = 'DirectoryRowSecurity1700000001001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(IS_RESIDENT);
    await runner.query(SUPERSEDED);
    for (const [table, rules] of Object.entries(RULES)) await protect(runner, table, rules);
  }

  async down(runner: QueryRunner): Promise<void> {
    await unprotect(runner, ...Object.keys(RULES));
    await runner.query('drop function schakel_superseded, schakel_is_resident');
  }
}
