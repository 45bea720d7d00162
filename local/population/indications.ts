/**
 * The indications behind the workers and the waiting list. Guarantees: a decision is at most fifty years valid and at least
 * one (Besluit uitvoering sw art. 4 lid 2), every employment that began from 1998 on began under an indication, and whoever
 * was in sheltered employment on 31 December 1997 has one without an end (Wsw art. 19).
 */
import { anyDay, daysBetween, plusDays, plusYears, type Day } from './dates.js';
import type { FixedPerson } from './fixed-people.js';
import { fixedPeople } from './fixed-people.js';
import { anyAdaptations } from './jobs.js';
import type { Indication, Person, Worker } from './model.js';
import { BUSINESS_DATE, EXPIRED_SHARE, OLD_COHORT_SHARE, SEVERE_SHARE } from './parameters.js';
import { dealt, Dice } from './random.js';

/** When the present validity ends, seen from the business date. `soon` is within the sixteen weeks of art. 6 lid 1. */
type Ending = 'expired' | 'soon' | 'thisYear' | 'later';
const IN_NEW_COHORT = 1 / (1 - OLD_COHORT_SHARE);
const ENDINGS: Readonly<Record<Ending, number>> = { expired: EXPIRED_SHARE * IN_NEW_COHORT, soon: 0.07, thisYear: 0.1, later: 0.83 - EXPIRED_SHARE * IN_NEW_COHORT };
const RANGES: Readonly<Record<Ending, readonly [Day, Day]>> = {
  expired: ['2013-04-01', '2014-02-25'],
  soon: ['2014-03-14', '2014-06-20'],
  thisYear: ['2014-06-24', '2014-12-31'],
  later: ['2015-01-01', '2022-12-31'],
};
const YEARS_VALID = [2, 3, 5, 5, 5, 8, 10, 10];
const FIRST_NUMBER = 200_001;
/** Of the earlier decisions one in so many found another category. */
const ONE_CHANGED_IN = 7;

const other = (category: Worker['category']): Worker['category'] => (category === 'SEVERE' ? 'MODERATE' : 'SEVERE');

export class IndicationOffice {
  private readonly dice = new Dice('indications');
  private readonly byHand = new Map<string, FixedPerson>(fixedPeople.map((one) => [one.bsn, one]));
  private number = FIRST_NUMBER;

  /** The decisions about the workers, oldest first for each of them; the shares of the endings hold for the group that is given. */
  forWorkers(workers: readonly Worker[]): Indication[] {
    const ending = workers.filter((one) => !one.oldCohort && one.until === null && !this.byHand.has(one.person.bsn));
    const endings = dealt(this.dice, ENDINGS, ending.length);
    const endingOf = new Map(ending.map((worker, index) => [worker, endings[index]]));
    return workers.flatMap((worker) => this.forWorker(worker, endingOf.get(worker) ?? 'later'));
  }

  /** The decision that puts a person on the waiting list: the order is the date of the decision (Wsw art. 12 lid 2). */
  forWaiting(person: Person): Indication {
    const fixed = this.byHand.get(person.bsn);
    if (fixed) return { ...this.decided(person, fixed.decidedOn, fixed.validUntil), ...asWritten(fixed), waitingSince: fixed.decidedOn };
    const decidedOn = anyDay(this.dice, '2011-02-01', '2014-01-31');
    const validUntil = plusDays(plusYears(decidedOn, this.dice.pick([5, 5, 10])), -1);
    const category = this.dice.chance(SEVERE_SHARE) ? 'SEVERE' : 'MODERATE';
    return { ...this.decided(person, decidedOn, validUntil), category, waitingSince: decidedOn };
  }

  private forWorker(worker: Worker, ending: Ending): Indication[] {
    const fixed = this.byHand.get(worker.person.bsn);
    if (fixed) return [{ ...this.decided(worker.person, fixed.decidedOn, fixed.validUntil), ...asWritten(fixed) }];
    if (worker.oldCohort) return [{ ...this.decided(worker.person, '1998-01-01', null), appliedOn: '1998-01-01', category: 'MODERATE' }];
    const present = this.presentFor(worker, ending);
    if (present.decidedOn <= worker.from) return [present];
    return [this.formerFor(worker, present), present];
  }

  private presentFor(worker: Worker, ending: Ending): Indication {
    const [first, last] = RANGES[ending];
    const validUntil = anyDay(this.dice, first, last);
    const years = this.dice.shuffled(YEARS_VALID).find((one) => isPossible(worker, plusYears(validUntil, -one))) ?? 10;
    const decidedOn = plusDays(plusYears(validUntil, -years), 1);
    const requested = ending === 'expired' || (ending === 'soon' && this.dice.chance(0.5));
    return {
      ...this.decided(worker.person, decidedOn, validUntil),
      category: worker.category,
      adviceSupervisedEmployment: worker.workForm === 'SUPERVISED_EMPLOYMENT' || this.dice.chance(0.15),
      reindicationRequestedOn: requested ? plusDays(validUntil, -this.dice.whole(112, 150)) : null,
    };
  }

  /** The earlier decision under which the employment began. */
  private formerFor(worker: Worker, present: Indication): Indication {
    const decidedOn = plusDays(worker.from, -this.dice.whole(30, 300));
    const shortest = plusYears(decidedOn, 1);
    const validUntil = shortest > present.decidedOn ? shortest : plusDays(present.decidedOn, this.dice.whole(0, 45));
    const decided = this.decided(worker.person, decidedOn, validUntil);
    return {
      ...decided,
      category: Number(decided.number) % ONE_CHANGED_IN === 0 ? other(worker.category) : worker.category, adaptations: present.adaptations, adviceSupervisedEmployment: present.adviceSupervisedEmployment,
      reindicationRequestedOn: present.appliedOn,
    };
  }

  /** UWV decides within sixteen weeks (Wsw art. 11 lid 5). */
  private decided(person: Person, decidedOn: Day, validUntil: Day | null): Indication {
    return {
      number: String(this.number++), person, category: 'MODERATE', appliedOn: plusDays(decidedOn, -this.dice.whole(40, 110)), decidedOn, validUntil,
      reindicationRequestedOn: null, adviceSupervisedEmployment: false, adaptations: anyAdaptations(this.dice, 3), waitingSince: null,
    };
  }
}

const asWritten = (fixed: FixedPerson): Partial<Indication> => ({ category: fixed.category, adaptations: fixed.adaptations });

/** A decision cannot lie after the business date, before the age of sixteen, or before indications existed. */
function isPossible(worker: Worker, decidedOn: Day): boolean {
  return daysBetween(decidedOn, BUSINESS_DATE) > 30 && decidedOn > plusYears(worker.person.birthDate, 17) && decidedOn > '1998-02-01';
}
