// What an employment tells the half-yearly statistics: the part that the employing and paying side supplies (Regeling uitvoering sw en
// begeleid werken, annex to art. 11, 2015 layout fields 3 and 18-28). A change between a contract and supervised employment is no outflow:
// the former form is closed the day before the present one opens, and reason and destination stay empty.
import { firstDayOf, halfYearOf, lastDayOf } from '#law/statistics/half-year.js';
import { addDays } from '#law/terms/calendar.js';
import type { ContractStatistics, EmploymentStatistics, FormStatistics, WorkForm } from '../model.js';

/** A form of work as the company holds it. */
export interface HeldForm {
  readonly workForm: WorkForm;
  readonly hoursPerWeek: string | null;
  readonly paidPercentage: number | null;
}

export interface HeldEmployment {
  readonly person: string;
  readonly payingMunicipality: string;
  readonly from: string;
  readonly until: string | null;
  readonly present: HeldForm;
  /** The form before the present one, with its last day. */
  readonly former: (HeldForm & { readonly until: string }) | null;
  readonly leavingReason: number | null;
  readonly destination: number | null;
}

/** A half-year as `20132`. */
export interface HalfYear {
  readonly firstDay: string;
  readonly lastDay: string;
}

type Secondment = ContractStatistics['secondment'];
/** Codes of field 19. A form that is not in it is no contract under the Wsw. */
const SECONDMENT: Partial<Readonly<Record<WorkForm, Secondment>>> = { INTERNAL: 1, SECONDMENT_INDIVIDUAL: 2, SECONDMENT_GROUP: 3 };

/** `20132` -> 1 July to 31 December 2013; null for what is no half-year. */
export function periodOf(code: number): HalfYear | null {
  const halfYear = halfYearOf(String(code));
  return halfYear === null ? null : { firstDay: firstDayOf(halfYear), lastDay: lastDayOf(halfYear) };
}

/** As on the last day of the half-year or just before the end: what ends later has not ended yet. Null for what the statistics do not count. */
export function employmentStatistics(held: HeldEmployment, { firstDay, lastDay }: HalfYear): EmploymentStatistics | null {
  if (held.from > lastDay || (held.until !== null && held.until < firstDay) || held.present.workForm === 'NEW_SHELTERED') return null;
  const until = notAfter(lastDay, held.until);
  const { person, payingMunicipality, leavingReason, destination } = held;
  return {
    person,
    payingMunicipality,
    ...formsOn(held, until, lastDay),
    leavingReason: until === null ? null : leavingReason,
    destination: until === null ? null : destination,
  };
}

type Forms = Pick<EmploymentStatistics, 'contract' | 'supervised'>;

function formsOn({ from, present, former }: HeldEmployment, until: string | null, lastDay: string): Forms {
  if (former === null) return formOf(present, from, until);
  if (former.until >= lastDay) return formOf(former, from, until);
  if (isContract(former) === isContract(present)) return formOf(present, from, until);
  return { ...formOf(former, from, former.until), ...withoutNull(formOf(present, addDays(former.until, 1), until)) };
}

function formOf({ workForm, hoursPerWeek, paidPercentage }: HeldForm, from: string, until: string | null): Forms {
  const form: FormStatistics = { from, until, hoursPerWeek, paidPercentage };
  const secondment = SECONDMENT[workForm];
  return secondment === undefined ? { contract: null, supervised: form } : { contract: { ...form, secondment }, supervised: null };
}

function withoutNull({ contract, supervised }: Forms): Partial<Forms> {
  return { ...(contract && { contract }), ...(supervised && { supervised }) };
}

const isContract = ({ workForm }: HeldForm): boolean => SECONDMENT[workForm] !== undefined;

function notAfter(day: string, date: string | null): string | null {
  return date !== null && date > day ? null : date;
}
