/**
 * What each council decided, and in which labour-market region each municipality lies when. Reintegration policy is nearly the
 * same in the three municipalities; debt help and poverty policy differ. All values are invented parameters.
 */
import type { Day } from './dates.js';
import { LEIDEN, LEIDSCHENDAM_VOORBURG, RIJSWIJK, VOORSCHOTEN, WASSENAAR, ZOETERMEER } from './parameters.js';

export interface PolicyValue {
  readonly municipality: string;
  readonly parameter: string;
  readonly value: string;
  readonly unit: string;
  readonly from: Day;
  readonly until: Day | null;
  readonly councilDecision: string;
}

export interface RegionMembership {
  readonly municipality: string;
  readonly regionCode: string;
  readonly regionName: string;
  readonly from: Day;
  readonly until: Day | null;
}

/** Parameter, unit, and the values of Leidschendam-Voorburg, Voorschoten and Wassenaar. */
type Row = readonly [parameter: string, unit: string, leidschendamVoorburg: string, voorschoten: string, wassenaar: string];

const SINCE_2012: readonly Row[] = [
  ['special-assistance-income-limit', 'percentage-of-norm', '110', '110', '120'],
  ['low-income-supplement-single', 'euro-per-year', '368', '355', '395'],
  ['low-income-supplement-couple', 'euro-per-year', '527', '505', '560'],
  ['health-insurance-contribution', 'euro-per-month', '12.50', '8.00', '15.00'],
  ['sports-and-culture-per-child', 'euro-per-year', '225', '200', '300'],
  ['school-costs-per-child', 'euro-per-year', '150', '150', '250'],
  ['debt-help-decision-term', 'weeks', '8', '8', '6'],
  ['debt-help-settlement-period', 'months', '36', '36', '36'],
  ['debt-help-repeat-exclusion', 'months', '24', '12', '36'],
  ['debt-help-budget-management-cost', 'euro-per-month', '0', '15.00', '0'],
  ['trial-placement-period', 'months', '2', '2', '2'],
  ['job-application-training-group-size', 'persons', '12', '12', '10'],
  ['supervised-employment-execution-cost', 'euro-per-year', '1500', '1500', '1500'],
  ['worker-information-lead-time', 'days', '14', '14', '14'],
  ['secondment-fee-floor', 'euro-per-hour', '2.00', '2.00', '2.00'],
];
const FROM_2014: readonly Row[] = [
  ['minimum-income-scheme-limit', 'percentage-of-norm', '110', '105', '115'],
  ['computer-scheme-amount', 'euro-per-four-years', '350', '300', '450'],
];
const UNTIL_2013: readonly Row[] = [
  ['minimum-income-scheme-limit', 'percentage-of-norm', '120', '110', '120'],
  ['computer-scheme-amount', 'euro-per-four-years', '350', '0', '450'],
];

export function policyValues(): PolicyValue[] {
  return [
    ...SINCE_2012.flatMap((row, index) => valuesOf(row, '2012-01-01', null, `2011-${120 + index}`)),
    ...UNTIL_2013.flatMap((row, index) => valuesOf(row, '2012-01-01', '2013-12-31', `2011-${150 + index}`)),
    ...FROM_2014.flatMap((row, index) => valuesOf(row, '2014-01-01', null, `2013-${90 + index}`)),
  ];
}

function valuesOf([parameter, unit, ...values]: Row, from: Day, until: Day | null, decision: string): PolicyValue[] {
  const councils = [[LEIDSCHENDAM_VOORBURG, 'LV'], [VOORSCHOTEN, 'VO'], [WASSENAAR, 'WA']] as const;
  return councils.map(([municipality, letters], index) => ({
    municipality, parameter, value: values[index] ?? '', unit, from, until, councilDecision: `Raadsbesluit ${letters} ${decision}`,
  }));
}

const HOLLAND_RIJNLAND = ['13', 'Holland Rijnland'] as const;
const ZUID_HOLLAND_CENTRAAL = ['18', 'Zuid-Holland Centraal'] as const;
const HAAGLANDEN = ['20', 'Haaglanden'] as const;
const SINCE: Day = '2010-01-01';
/** The Besluit werkgebieden UWV 2015 is the source of the present division; the day of the change is a parameter. */
const LAST_OLD_DAY: Day = '2014-12-31';
const FIRST_NEW_DAY: Day = '2015-01-01';

export function regionMemberships(): RegionMembership[] {
  const stays = [LEIDEN, '0534', '0537', '0553', '0575', '0576', '0579', '1525'].map((one) => membership(one, HOLLAND_RIJNLAND, SINCE, null));
  const moves = [LEIDSCHENDAM_VOORBURG, WASSENAAR, ZOETERMEER].flatMap((one) => [
    membership(one, HAAGLANDEN, SINCE, LAST_OLD_DAY),
    membership(one, ZUID_HOLLAND_CENTRAAL, FIRST_NEW_DAY, null),
  ]);
  return [
    ...stays,
    ...moves,
    membership(VOORSCHOTEN, HOLLAND_RIJNLAND, SINCE, LAST_OLD_DAY),
    membership(VOORSCHOTEN, ZUID_HOLLAND_CENTRAAL, FIRST_NEW_DAY, null),
    membership(RIJSWIJK, HAAGLANDEN, SINCE, null),
  ];
}

function membership(municipality: string, [regionCode, regionName]: readonly [string, string], from: Day, until: Day | null): RegionMembership {
  return { municipality, regionCode, regionName, from, until };
}
