// The grounds of domain/policy.ts as conditions of row policies; a company names its own columns. Wsw art. 15 lid 1 en 2; decision 0017.
import { answered } from '#shell/row-security/answers.js';
import { BODY, MY_MUNICIPALITIES, READING, readsAs, SUBJECT } from '#shell/row-security/protect.js';
import { DIRECTORY } from '../directory.js';

/** SQL expressions of one employment. */
export interface EmploymentColumns {
  /** Local id, text. */
  readonly id: string;
  readonly person: string;
  readonly payingMunicipality: string;
}

/** The company's own officer: everything about its workers. */
export const OWN_OFFICER = `(select schakel_reads_as('PLACEMENT_OFFICER') and schakel_setting('body') = schakel_setting('home'))`;
/** The directory asks on behalf of its viewer; it gets no more than a profile of each row. */
const DIRECTORY_ASKS = `(select schakel_reads_as('PLACEMENT_OFFICER', 'CASE_WORKER') and schakel_setting('from') = '${DIRECTORY}')`;
/** Sharing widens what officials of other bodies see. */
const OF_ANOTHER_BODY = `(select schakel_reads_as('PLACEMENT_OFFICER', 'CASE_WORKER') and schakel_setting('body') <> schakel_setting('home'))`;
/** A row of employment_share. */
export const SHARES_OF_MINE = `${OF_ANOTHER_BODY} and employment_share.body = ${BODY}`;

/** For the worker himself and for who pays for him; what a placement is read by. */
export function ofWorkerOrPayer({ person, payingMunicipality }: EmploymentColumns): string {
  return `((${readsAs('WORKER')} and ${person} = ${SUBJECT}) or (${readsAs('CASE_WORKER')} and ${payingMunicipality} = any(${MY_MUNICIPALITIES})))`;
}

export function employmentSeen(columns: EmploymentColumns): string {
  return `${OWN_OFFICER} or ${DIRECTORY_ASKS} or ${ofWorkerOrPayer(columns)} or (${OF_ANOTHER_BODY} and schakel_is_shared(${columns.id}))`;
}

/** @param employments the company's table, columns of its alias e @param key its own key and the type of that */
export function employmentFunctions(employments: string, e: EmploymentColumns, key: { readonly column: string; readonly type: string }): string[] {
  return [
    answered('schakel_sees_worker(asked text)', `exists (select 1 from ${employments} e where ${e.person} = asked)`),
    answered(`schakel_sees_placement_of(asked ${key.type})`, `exists (select 1 from ${employments} e where e.${key.column} = asked and ${ofWorkerOrPayer(e)})`),
  ];
}

/** Of the contract's own table, which is there before the company's. */
export const IS_SHARED = answered('schakel_is_shared(asked text)', `exists (select 1 from employment_share s where s.employment = asked and s.body = ${BODY})`);

export const DROP_EMPLOYMENT_FUNCTIONS = 'drop function schakel_sees_placement_of, schakel_sees_worker';

/** A worker's name and a placement follow the employment, which decides by its own policies. */
export const seesWorker = (person: string): string => `${OWN_OFFICER} or ${DIRECTORY_ASKS} or (${READING} and schakel_sees_worker(${person}))`;
export const seesPlacement = (employment: string): string => `${OWN_OFFICER} or (${READING} and schakel_sees_placement_of(${employment}))`;
