/** Terms for property tests: days between 2008 and 2030, rules of every unit, suspensions as intervals. Awb art. 4:15. */
import fc from 'fast-check';
import { addDays } from '../terms/calendar.js';
import type { TermRule } from '../terms/forward-term.js';
import type { SuspendedPeriod } from '../terms/suspension.js';

export const anyDate = fc.integer({ min: 0, max: 8000 }).map((days) => addDays('2008-01-01', days));

export const anyRule: fc.Arbitrary<TermRule> = fc.oneof(
  fc.record({ length: fc.integer({ min: 1, max: 120 }), unit: fc.constant('days' as const), article: fc.constant('art. 1') }),
  fc.record({ length: fc.integer({ min: 1, max: 20 }), unit: fc.constant('weeks' as const), article: fc.constant('art. 1') }),
  fc.record({ length: fc.integer({ min: 1, max: 6 }), unit: fc.constant('months' as const), article: fc.constant('art. 1') }),
);

/** Anywhere from before the event to long after the term; they may overlap, be empty, or stand. */
export const suspensionsAround = (from: string): fc.Arbitrary<SuspendedPeriod[]> =>
  fc.array(
    fc.record({ start: fc.integer({ min: -10, max: 120 }), days: fc.option(fc.integer({ min: -1, max: 30 })) }).map(({ start, days }) => {
      const first = addDays(from, start);
      return { from: first, until: days === null ? null : addDays(first, days) };
    }),
    { maxLength: 5 },
  );
