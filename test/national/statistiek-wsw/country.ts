/** A country of invented sheltered workers that needs no list: everything about somebody follows from his number, at whichever body he is asked for. */
import { NATION } from '../part.js';

/** The half-year that is delivered, and the day on which it is asked for. */
export const HALF_YEAR = 20132;
export const TODAY = '2014-03-03';
/** One in so many waits; the others work. */
const WAITS = 12;

/** `size`: how many there are. Each size is a municipality of its own, so that runs do not share people. */
export const municipalityOf = (run: number): string => String(5_001 + run);
export const companyCode = (index: number): string => `company-${String((index % NATION.companies) + 1).padStart(2, '0')}`;
export const companies = (): string[] => Array.from({ length: NATION.companies }, (_, index) => companyCode(index));

/** 43 characters, like a pseudonym. */
export const personOf = (run: number, index: number): string => `n${run}${String(index).padStart(41, '0')}`;
export const numberOf = (person: string): number => Number(person.slice(-9));
export const waits = (index: number): boolean => index % WAITS === 0;

/** Nine digits that start with 99 and pass the eleven-test. */
export function bsnOf(index: number): string {
  const even = 99_000_000 + 2 * index;
  return withCheck(even) ?? withCheck(even + 1) ?? '';
}

function withCheck(eight: number): string | null {
  const sum = [...String(eight)].reduce((total, digit, at) => total + Number(digit) * (9 - at), 0);
  return sum % 11 === 10 ? null : `${eight}${sum % 11}`;
}

export function employmentOf(person: string): object {
  const index = numberOf(person);
  const form = { from: '2010-02-01', until: null, hoursPerWeek: String(8 + (index % 29)), paidPercentage: 100 - (index % 3) * 10 };
  const supervised = index % 16 === 1;
  return {
    person, payingMunicipality: municipalityOf(0), leavingReason: null, destination: null,
    contract: supervised ? null : { ...form, secondment: 1 + (index % 3) }, supervised: supervised ? form : null,
  };
}
