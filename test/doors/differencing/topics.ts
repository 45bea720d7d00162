/** The four roots that publish figures, as the attacker knows them from the schema: what can be asked, selected and combined. */

/** One person (or application, trajectory, agreement) by every dimension. */
export type Member = Readonly<Record<string, string>>;

export interface Topic {
  readonly field: string;
  readonly dimensions: readonly string[];
  /** Argument of `where` by dimension; `written` as an enum value and not as a text. */
  readonly selections: Readonly<Record<string, { readonly argument: string; readonly written: 'text' | 'bare' }>>;
  /** Dimensions by which a person could be recognised, or that say something of him. */
  readonly personal: readonly string[];
  /** Whether `where: { on }` chooses the day. */
  readonly hasDay: boolean;
}

export const TOPICS: readonly Topic[] = [
  {
    field: 'swStatistics',
    dimensions: ['COMPANY', 'MUNICIPALITY', 'WORK_FORM', 'CATEGORY', 'AGE_BAND'],
    selections: { COMPANY: { argument: 'company', written: 'text' }, MUNICIPALITY: { argument: 'municipality', written: 'text' }, WORK_FORM: { argument: 'workForm', written: 'bare' } },
    personal: ['WORK_FORM', 'CATEGORY', 'AGE_BAND'],
    hasDay: true,
  },
  {
    field: 'applicationStatistics',
    dimensions: ['MUNICIPALITY', 'QUARTER', 'KIND', 'DECISION'],
    selections: { YEAR: { argument: 'year', written: 'bare' }, MUNICIPALITY: { argument: 'municipality', written: 'text' }, KIND: { argument: 'kind', written: 'bare' } },
    personal: ['KIND', 'DECISION'],
    hasDay: false,
  },
  {
    field: 'trajectoryStatistics',
    dimensions: ['MUNICIPALITY', 'QUARTER', 'INSTRUMENT', 'OUTCOME', 'PROVIDER_KIND'],
    selections: { YEAR: { argument: 'year', written: 'bare' }, MUNICIPALITY: { argument: 'municipality', written: 'text' }, INSTRUMENT: { argument: 'instrument', written: 'text' } },
    personal: ['INSTRUMENT', 'OUTCOME'],
    hasDay: false,
  },
  {
    field: 'agreementStatistics',
    dimensions: ['STATE', 'WORK_FORM', 'PLACING_COMPANY', 'RECEIVING_COMPANY', 'MUNICIPALITY', 'QUARTER'],
    selections: { YEAR: { argument: 'year', written: 'bare' }, MUNICIPALITY: { argument: 'municipality', written: 'text' } },
    personal: ['STATE', 'WORK_FORM'],
    hasDay: false,
  },
];

/** `2013-Q4` and `2013Q4` lie in 2013. */
export const yearOf = (quarter: string): string => quarter.slice(0, 4);
