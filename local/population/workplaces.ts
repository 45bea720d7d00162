/**
 * The workplaces and placements of one company. Guarantees: a place is TAKEN exactly when one running placement stands on it,
 * the hours of that placement lie within its bounds, and nobody works more hours on placements than the employment has.
 */
import { anyDay, laterOf, monthStart, plusDays, plusYears } from './dates.js';
import { fixedWorkplaces } from './fixed-workplaces.js';
import { anyAdaptations, anyJob, feeFor, supervisionFor } from './jobs.js';
import { worksOn, type CompanyPopulation, type Employer, type Placement, type Worker, type Workplace, type WorkplaceStatus } from './model.js';
import { personName } from './names.js';
import { BUSINESS_DATE, FULL_WEEK_HOURS, WORKPLACES, type CompanyCode } from './parameters.js';
import { Dice } from './random.js';

const FIRST_PLACE: Readonly<Record<CompanyCode, number>> = { 'zoetermeer-rijswijk': 1101, leiden: 2101, wassenaar: 3101 };
const FIRST_PLACEMENT: Readonly<Record<CompanyCode, number>> = { 'zoetermeer-rijswijk': 600_001, leiden: 500_001, wassenaar: 700_001 };
const EARLIER_SHARE = 0.12;
const PLANNED = 3;
const BOUNDS: readonly (readonly [number, number])[] = [[8, 16], [12, 24], [16, 24], [20, 32], [24, 36], [32, 36], [36, 36], [8, 36]];

export function placesAndPlacements(code: CompanyCode, workers: readonly Worker[], employers: readonly Employer[]): CompanyPopulation {
  const maker = new PlaceMaker(code, employers);
  const away = workers.filter((one) => one.workForm !== 'INTERNAL' && worksOn(one, BUSINESS_DATE));
  const current = maker.currentPlacements(away);
  const places = [...maker.taken, ...maker.freePlaces('OPEN'), ...maker.freePlaces('CLOSED')];
  const inside = workers.filter((one) => one.workForm === 'INTERNAL' && !isFixed(one));
  const placements = [...current, ...maker.earlierPlacements([...inside, ...away]), ...maker.plannedPlacements(inside)];
  return { code, workers, employers, workplaces: places, placements };
}

const isFixed = (worker: Worker): boolean => worker.person.bsn.startsWith('99000');

class PlaceMaker {
  readonly taken: Workplace[] = [];
  private readonly dice: Dice;
  private readonly fixed: readonly Workplace[];
  private readonly supervisors: readonly string[];
  private nextPlace: number;
  private nextPlacement: number;

  constructor(private readonly code: CompanyCode, private readonly employers: readonly Employer[]) {
    this.dice = new Dice(`workplaces/${code}`);
    this.fixed = fixedWorkplaces.filter((one) => one.company === code);
    this.supervisors = Array.from({ length: 25 }, () => personName(this.dice));
    this.nextPlace = FIRST_PLACE[code];
    this.nextPlacement = FIRST_PLACEMENT[code];
  }

  /** One running placement for each worker who works away; the first of them on the taken places. */
  currentPlacements(workers: readonly Worker[]): Placement[] {
    const seconded = this.dice.shuffled(workers.filter((one) => one.workForm !== 'SUPERVISED_EMPLOYMENT'));
    const onPlaces = new Set(seconded.slice(0, WORKPLACES[this.code].TAKEN));
    const groups = this.dice.some(this.employers, Math.ceil(workers.length / 18));
    return workers.map((worker) => this.currentPlacement(worker, onPlaces.has(worker), groups));
  }

  private currentPlacement(worker: Worker, onPlace: boolean, groups: readonly Employer[]): Placement {
    const place = onPlace ? this.takenPlace(worker.hours) : null;
    const group = worker.workForm === 'SECONDMENT_GROUP' ? this.dice.pick(groups) : this.dice.pick(this.employers);
    const from = monthStart(anyDay(this.dice, laterOf(worker.from, '2009-02-01'), '2014-02-15'));
    const until = this.dice.chance(0.45) ? plusDays(monthStart(anyDay(this.dice, '2014-05-01', '2016-12-31')), -1) : null;
    return { ...this.placement(worker, place?.employer ?? group, laterOf(from, worker.from), until), ...(place ? { workplace: place, function: place.function } : {}) };
  }

  private takenPlace(hours: number): Workplace {
    const byHand = this.fixed.find((one) => one.status === 'TAKEN' && !this.taken.includes(one) && one.hoursMin <= hours);
    const place = byHand ?? { ...this.place('TAKEN'), hoursMin: Math.max(8, hours - 4), hoursMax: Math.min(FULL_WEEK_HOURS, hours + 4) };
    this.taken.push(place);
    return place;
  }

  /** All places of this status that nobody works on, the ones written down by hand first. */
  freePlaces(status: WorkplaceStatus): Workplace[] {
    const byHand = this.fixed.filter((one) => one.status === status);
    return [...byHand, ...Array.from({ length: WORKPLACES[this.code][status] - byHand.length }, () => this.place(status))];
  }

  private place(status: WorkplaceStatus): Workplace {
    const dice = this.dice;
    const employer = dice.pick(this.employers);
    const [hoursMin, hoursMax] = dice.pick(BOUNDS);
    const job = anyJob(dice);
    return {
      company: this.code, number: String(this.nextPlace++), employer, title: job.title, function: job.function,
      postcodeArea: employer.postcodeArea, hoursMin, hoursMax,
      adaptations: anyAdaptations(dice, 5), supervisionHours: supervisionFor(dice, hoursMin),
      availableFrom: status === 'OPEN' ? anyDay(dice, '2014-01-06', '2014-06-30') : anyDay(dice, '2010-01-04', '2013-12-20'), status,
    };
  }

  private placement(worker: Worker, employer: Employer, from: string, until: string | null): Placement {
    const job = anyJob(this.dice);
    const supervised = worker.workForm === 'SUPERVISED_EMPLOYMENT';
    return {
      number: String(this.nextPlacement++), worker, workplace: null, employer, function: job.function, supervisor: this.dice.pick(this.supervisors),
      workForm: worker.workForm, hours: worker.hours, fee: supervised ? null : feeFor(this.dice, job), from, until,
    };
  }

  /** Placements that ended before the present one began. */
  earlierPlacements(workers: readonly Worker[]): Placement[] {
    const longEnough = workers.filter((one) => one.from < '2007-01-01' && worksOn(one, BUSINESS_DATE));
    return longEnough.filter(() => this.dice.chance(EARLIER_SHARE)).map((worker) => {
      const from = monthStart(anyDay(this.dice, '2007-01-01', '2008-03-01'));
      return { ...this.placement(worker, this.dice.pick(this.employers), from, plusDays(plusYears(from, 1), -1)), ...secondment(worker) };
    });
  }

  /** Agreed, but not begun on the business date. */
  plannedPlacements(workers: readonly Worker[]): Placement[] {
    const present = workers.filter((one) => worksOn(one, BUSINESS_DATE));
    return this.dice.some(present, PLANNED).map((worker) => ({ ...this.placement(worker, this.dice.pick(this.employers), '2014-04-01', '2015-03-31'), ...secondment(worker) }));
  }
}

const secondment = (worker: Worker): Partial<Placement> =>
  worker.workForm === 'SUPERVISED_EMPLOYMENT' || worker.workForm === 'INTERNAL' ? { workForm: 'SECONDMENT_INDIVIDUAL', fee: 625 } : {};
