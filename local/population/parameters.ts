/**
 * The sizes, shares and dates of the pilot population (domain brief 5.4 and 5.5). Amounts are realistic for 2014 but written
 * from memory: parameters to replace, never to be read as the law.
 */

export const BUSINESS_DATE = '2014-03-03';

export const LEIDSCHENDAM_VOORBURG = '1916';
export const WASSENAAR = '0629';
export const VOORSCHOTEN = '0626';
export const ZOETERMEER = '0637';
export const RIJSWIJK = '0603';
export const LEIDEN = '0546';

/** CBS code and name of every municipality in the files. */
export const MUNICIPALITIES: Readonly<Record<string, string>> = {
  [LEIDSCHENDAM_VOORBURG]: 'Leidschendam-Voorburg',
  [WASSENAAR]: 'Wassenaar',
  [VOORSCHOTEN]: 'Voorschoten',
  [ZOETERMEER]: 'Zoetermeer',
  [RIJSWIJK]: 'Rijswijk',
  [LEIDEN]: 'Leiden',
  '0534': 'Hillegom',
  '0537': 'Katwijk',
  '0553': 'Lisse',
  '0575': 'Noordwijk',
  '0576': 'Noordwijkerhout',
  '0579': 'Oegstgeest',
  '1525': 'Teylingen',
};

export const JOINT_SERVICE = [LEIDSCHENDAM_VOORBURG, VOORSCHOTEN, WASSENAAR] as const;

/** Clients on welfare who live in the municipality on the business date. */
export const BENEFIT_CLIENTS: Readonly<Record<string, number>> = { [LEIDSCHENDAM_VOORBURG]: 2180, [VOORSCHOTEN]: 330, [WASSENAAR]: 270 };
/** Indicated residents without work, on the waiting list; they are among the clients on welfare. */
export const WAITING_LIST: Readonly<Record<string, number>> = { [LEIDSCHENDAM_VOORBURG]: 26, [VOORSCHOTEN]: 8, [WASSENAAR]: 6 };
/** Clients whose benefit ended because they moved out of the three municipalities. */
export const FORMER_CLIENTS = 24;

export type CompanyCode = 'zoetermeer-rijswijk' | 'leiden' | 'wassenaar';
export const COMPANIES: readonly CompanyCode[] = ['zoetermeer-rijswijk', 'leiden', 'wassenaar'];

/** Workers in service on the business date, by company and municipality of residence: 520, 800 and 280. */
export const WORKERS: Readonly<Record<CompanyCode, Readonly<Record<string, number>>>> = {
  'zoetermeer-rijswijk': { [LEIDSCHENDAM_VOORBURG]: 188, [VOORSCHOTEN]: 2, [ZOETERMEER]: 210, [RIJSWIJK]: 120 },
  leiden: { [VOORSCHOTEN]: 48, [LEIDSCHENDAM_VOORBURG]: 2, [LEIDEN]: 750 },
  wassenaar: { [WASSENAAR]: 40, '0534': 35, '0537': 75, '0553': 30, '0575': 35, '0576': 20, '0579': 20, '1525': 25 },
};
/** Workers who left in the year before the business date. */
export const LEAVERS: Readonly<Record<CompanyCode, number>> = { 'zoetermeer-rijswijk': 14, leiden: 22, wassenaar: 9 };
/** Workplaces by status, the ones that are written down by hand included: 200 together. */
export const WORKPLACES: Readonly<Record<CompanyCode, Readonly<Record<'OPEN' | 'TAKEN' | 'CLOSED', number>>>> = {
  'zoetermeer-rijswijk': { OPEN: 44, TAKEN: 32, CLOSED: 14 },
  leiden: { OPEN: 27, TAKEN: 34, CLOSED: 14 },
  wassenaar: { OPEN: 15, TAKEN: 14, CLOSED: 6 },
};
/** Firms by the company that serves them; a few more are served by two. */
export const EMPLOYERS: Readonly<Record<CompanyCode, number>> = { 'zoetermeer-rijswijk': 45, leiden: 40, wassenaar: 25 };
export const SHARED_EMPLOYERS = 5;
/** Where a company looks for work. */
export const CATCHMENT: Readonly<Record<CompanyCode, readonly string[]>> = {
  'zoetermeer-rijswijk': [LEIDSCHENDAM_VOORBURG, ZOETERMEER, RIJSWIJK],
  leiden: [LEIDEN, VOORSCHOTEN],
  wassenaar: [WASSENAAR, '0534', '0537', '0553', '0575', '0576', '0579', '1525'],
};

export const SEVERE_SHARE = 0.15;
export const WORK_FORM_SHARES = { INTERNAL: 0.57, SECONDMENT_INDIVIDUAL: 0.222, SECONDMENT_GROUP: 0.148, SUPERVISED_EMPLOYMENT: 0.06 } as const;
export const LIMITATION_SHARES = { physical: 0.29, intellectual: 0.36, psychic: 0.32, other: 0.03 } as const;
/** Share of the workers who were in sheltered employment on 31 December 1997 (Wsw art. 19). */
export const OLD_COHORT_SHARE = 0.36;
export const FULL_TIME_SHARE = { old: 0.71, new: 0.4 } as const;
export const FULL_WEEK_HOURS = 36;
export const PART_TIME_HOURS = [8, 12, 16, 18, 20, 24, 24, 27, 28, 30, 32, 32] as const;
export const MEAN_AGE = 49;
export const MOVED_SHARE = 0.04;
export const EXPIRED_SHARE = 0.02;
export const REPRESENTED_SHARE = 0.08;

/** Net welfare per month in cents, first half of 2014, holiday allowance not included. From memory. */
export const WELFARE_PER_MONTH_2014 = { single: 90_033, singleParent: 116_030, couple: 128_682 } as const;
