/**
 * The workers of one sw company with their employments: the people written down by hand first, then others in the stated
 * shares. The paying municipality is the one of residence when the employment began, and a move does not change it
 * (Wsw art. 10: the new municipality pays from the second calendar year, to the college that keeps the employment). Who came from
 * outside the company's municipalities had his employment taken over by the new one.
 */
import { anyDay, laterOf, monthStart, plusYears, type Day } from './dates.js';
import type { BsnIssuer } from './bsn.js';
import { fixedWorkers, type FixedWorker } from './fixed-people.js';
import { residenceOf, type Category, type Limitation, type Outflow, type Person, type WorkForm, type Worker } from './model.js';
import {
  FULL_TIME_SHARE, FULL_WEEK_HOURS, JOINT_SERVICE, LEAVERS, LIMITATION_SHARES, MEAN_AGE, MOVED_SHARE, MUNICIPALITIES, OLD_COHORT_SHARE, PART_TIME_HOURS, SEVERE_SHARE,
  WORK_FORM_SHARES, WORKERS, type CompanyCode,
} from './parameters.js';
import { makePerson, personOf, type Home } from './people.js';
import { dealt, Dice } from './random.js';

const FIRST_NUMBER: Readonly<Record<CompanyCode, number>> = { 'zoetermeer-rijswijk': 50101, leiden: 40101, wassenaar: 70101 };
const LAST_START: Day = '2013-12-01';
const OUTFLOWS: readonly Outflow[] = [
  { reason: 8, destination: 7 }, { reason: 8, destination: 9 }, { reason: 4, destination: 1 }, { reason: 7, destination: 8 },
  { reason: 4, destination: 2 }, { reason: 3, destination: 5 },
];

/** What is dealt to the workers of one company so that the shares come out. */
interface Hand {
  readonly form: WorkForm;
  readonly cohort: 'old' | 'new';
  readonly limitation: Limitation;
}

/** Everyone in service on the business date, and those who left in 2013. */
export function workersOf(company: CompanyCode, issuer: BsnIssuer): Worker[] {
  const dice = new Dice(`workers/${company}`);
  const fixed = fixedWorkers.filter((one) => one.company === company);
  const homes = homesOf(dice, company, fixed);
  const hands = handsFor(dice, homes.length);
  const severe = dealt(dice, { SEVERE: SEVERE_SHARE / (1 - OLD_COHORT_SHARE), MODERATE: 1 - SEVERE_SHARE / (1 - OLD_COHORT_SHARE) }, homes.length);
  const others = homes.map((home, index) => {
    const hand = hands[index] as Hand;
    const category = hand.cohort === 'old' ? 'MODERATE' : (severe[index] as Category);
    return makeWorker(dice, issuer, company, FIRST_NUMBER[company] + index, home, hand, category);
  });
  return [...fixed.map(fixedWorkerOf), ...others, ...leaversOf(dice, issuer, company, FIRST_NUMBER[company] + homes.length)];
}

/** One home for each worker who is not written down by hand. */
function homesOf(dice: Dice, company: CompanyCode, fixed: readonly FixedWorker[]): Home[] {
  const served = Object.keys(WORKERS[company]).sort();
  return served.flatMap((municipality) => {
    const count = (WORKERS[company][municipality] ?? 0) - fixed.filter((one) => one.municipality === municipality).length;
    return Array.from({ length: count }, () => homeIn(dice, company, municipality, served));
  });
}

function homeIn(dice: Dice, company: CompanyCode, municipality: string, served: readonly string[]): Home {
  const visiting = servesByMoveOnly(company, municipality);
  if (!visiting && !dice.chance(MOVED_SHARE)) return { municipality };
  const origins = visiting ? served.filter((one) => one !== municipality && !servesByMoveOnly(company, one)) : Object.keys(MUNICIPALITIES).sort().filter((one) => one !== municipality);
  return { municipality, movedFrom: { municipality: dice.pick(origins), on: anyDay(dice, '2010-06-01', '2014-01-31') } };
}

/** A handful of residents whose municipality belongs to another company: they moved and kept their employment. */
function servesByMoveOnly(company: CompanyCode, municipality: string): boolean {
  return (WORKERS[company][municipality] ?? 0) <= 2;
}

function handsFor(dice: Dice, count: number): Hand[] {
  const forms = dealt(dice, WORK_FORM_SHARES, count);
  const cohorts = dealt(dice, { old: OLD_COHORT_SHARE, new: 1 - OLD_COHORT_SHARE }, count);
  const limitations = dealt(dice, LIMITATION_SHARES, count);
  return forms.map((form, index) => ({ form, cohort: cohorts[index] as Hand['cohort'], limitation: limitations[index] as Limitation }));
}

function makeWorker(dice: Dice, issuer: BsnIssuer, company: CompanyCode, number: number, home: Home, hand: Hand, category: Category): Worker {
  const age = hand.cohort === 'old' ? dice.around(MEAN_AGE + 4, 6, 37, 64) : dice.around(MEAN_AGE - 2, 9, 20, 64);
  const person = makePerson(dice, issuer, age, home);
  const from = startOf(dice, person, hand.cohort, home);
  const hours = dice.chance(FULL_TIME_SHARE[hand.cohort]) ? FULL_WEEK_HOURS : dice.pick(PART_TIME_HOURS);
  return {
    ...employmentTerms(company, person, from),
    company, number: String(number), person, workForm: hand.form, hours, from, until: null, category, limitation: hand.limitation,
    wagePercentage: dice.chance(0.93) ? 100 : dice.pick([70, 80, 90]), oldCohort: hand.cohort === 'old', outflow: null,
  };
}

/** People who moved while employed started before the move; the old cohort before 1998, the others from 1998 on. */
function startOf(dice: Dice, person: Person, cohort: 'old' | 'new', home: Home): Day {
  const adult = plusYears(person.birthDate, 18);
  if (cohort === 'old') return monthStart(anyDay(dice, laterOf(adult, '1976-01-15'), '1997-12-31'));
  const last = home.movedFrom ? plusYears(home.movedFrom.on, -1) : LAST_START;
  return monthStart(anyDay(dice, laterOf(adult, '1998-02-01'), last));
}

function employmentTerms(company: CompanyCode, person: Person, from: Day): Pick<Worker, 'payingMunicipality' | 'formalEmployer'> {
  const then = person.residences.find((one) => one.until === null || from <= one.until)?.municipality ?? residenceOf(person);
  const payingMunicipality = servesByMoveOnly(company, then) ? residenceOf(person) : then;
  return { payingMunicipality, formalEmployer: formalEmployerOf(company, payingMunicipality) };
}

/**
 * The employer in law: the college (Wsw art. 2 lid 1), or the board of the joint arrangement in place of its colleges (art. 1
 * lid 2). For supervised employment (art. 7) it is the body that pays the subsidy, because the firm is no body of the federation.
 */
function formalEmployerOf(company: CompanyCode, payingMunicipality: string): string {
  return company === 'wassenaar' ? 'sw-wassenaar' : `gm-${payingMunicipality}`;
}

function fixedWorkerOf(fixed: FixedWorker): Worker {
  const person = personOf(fixed);
  const { company, hours, workForm, from, category } = fixed;
  return {
    ...employmentTerms(company, person, from),
    company, number: fixed.employmentNumber, person, workForm, hours, from, until: null, category, limitation: 'psychic',
    wagePercentage: 100, oldCohort: false, outflow: null,
  };
}

/** They lived in the company's other municipalities, so that the joint service's own numbers stay as stated. */
function leaversOf(dice: Dice, issuer: BsnIssuer, company: CompanyCode, firstNumber: number): Worker[] {
  const homes = Object.keys(WORKERS[company]).filter((one) => !(JOINT_SERVICE as readonly string[]).includes(one)).sort();
  return Array.from({ length: LEAVERS[company] }, (_, index) => {
    const hand: Hand = { form: 'INTERNAL', cohort: 'new', limitation: dice.weighted(LIMITATION_SHARES) };
    const worker = makeWorker(dice, issuer, company, firstNumber + index, { municipality: dice.pick(homes) }, hand, 'MODERATE');
    const from = worker.from > '2012-01-01' ? '2011-09-01' : worker.from;
    return { ...worker, from, until: anyDay(dice, '2013-03-04', '2013-12-30'), outflow: dice.pick(OUTFLOWS) };
  });
}
