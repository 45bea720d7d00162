import { describe, expect, it } from '@jest/globals';
import { daysBetween } from './dates.js';
import { residenceOf, worksOn, type Worker } from './model.js';
import { BUSINESS_DATE, COMPANIES, JOINT_SERVICE, LEIDSCHENDAM_VOORBURG, VOORSCHOTEN, WASSENAAR } from './parameters.js';
import { makePopulation } from './population.js';
import { column, Delivered, shareOf, value, type Row } from './testing/delivered.js';

const population = makePopulation();
const delivered = new Delivered();
const workers = COMPANIES.flatMap((code) => population.companies[code].workers);
const present = workers.filter((one) => worksOn(one, BUSINESS_DATE));
const newCohort = present.filter((one) => !one.oldCohort);
const oldCohort = present.filter((one) => one.oldCohort);
const within = (share: number, target: number, tolerance: number): void => expect(Math.abs(share - target)).toBeLessThanOrEqual(tolerance);
const livesIn = (municipality: string) => (one: Worker): boolean => residenceOf(one.person) === municipality;

describe('sizes of the pilot', () => {
  it('1,600 workers are in service: 520, 800 and 280', () => {
    expect(COMPANIES.map((code) => present.filter((one) => one.company === code).length)).toEqual([520, 800, 280]);
  });

  it('280 of them live in the three municipalities: 190, 50 and 40', () => {
    expect([LEIDSCHENDAM_VOORBURG, VOORSCHOTEN, WASSENAAR].map((code) => present.filter(livesIn(code)).length)).toEqual([190, 50, 40]);
  });

  it('2,780 clients are on welfare or on the waiting list: 2,180, 330 and 270', () => {
    const welfare = population.clients.filter((one) => one.kind === 'welfare' || one.kind === 'waiting');
    expect([LEIDSCHENDAM_VOORBURG, VOORSCHOTEN, WASSENAAR].map((code) => welfare.filter((one) => residenceOf(one.person) === code).length)).toEqual([2180, 330, 270]);
  });

  it('there are 200 workplaces over three companies, and every company has open ones', () => {
    const places = COMPANIES.flatMap((code) => population.companies[code].workplaces);
    expect(places).toHaveLength(200);
    expect(COMPANIES.filter((code) => population.companies[code].workplaces.filter((one) => one.status === 'OPEN').length >= 15)).toEqual([...COMPANIES]);
  });

  it('open places differ in hours, adaptations and area', () => {
    const open = COMPANIES.flatMap((code) => population.companies[code].workplaces).filter((one) => one.status === 'OPEN');
    expect(new Set(open.map((one) => `${one.hoursMin}-${one.hoursMax}`)).size).toBeGreaterThanOrEqual(7);
    expect(new Set(open.flatMap((one) => one.adaptations)).size).toBe(12);
    expect(new Set(open.map((one) => one.postcodeArea)).size).toBeGreaterThan(30);
  });
});

describe('shares of the pilot', () => {
  it('15 % of the workers are severe, and none of those from before 1998', () => {
    within(shareOf(present, (one) => one.category === 'SEVERE'), 0.15, 0.015);
    expect(oldCohort.filter((one) => one.category === 'SEVERE')).toEqual([]);
  });

  it('limitations are 29, 36, 32 and 3 %', () => {
    const share = (kind: string): number => shareOf(present, (one) => one.limitation === kind);
    within(share('physical'), 0.29, 0.02);
    within(share('intellectual'), 0.36, 0.02);
    within(share('psychic'), 0.32, 0.03);
    within(share('other'), 0.03, 0.01);
  });

  it('the mean age is 49 and about 70 % are above 45', () => {
    const ages = present.map((one) => daysBetween(one.person.birthDate, BUSINESS_DATE) / 365.25);
    within(ages.reduce((sum, age) => sum + age, 0) / ages.length, 49, 1);
    within(shareOf(ages, (age) => age > 45), 0.7, 0.05);
  });

  it('71 % of the old cohort and 40 % of the new work full time; the others 8 to 32 hours', () => {
    within(shareOf(oldCohort, (one) => one.hours === 36), 0.71, 0.04);
    within(shareOf(newCohort, (one) => one.hours === 36), 0.4, 0.04);
    expect(present.filter((one) => one.hours !== 36 && (one.hours < 8 || one.hours > 32))).toEqual([]);
  });

  it('37 % are seconded, 60 to 40 individually, and 6 % are in supervised employment', () => {
    const individual = shareOf(present, (one) => one.workForm === 'SECONDMENT_INDIVIDUAL');
    const group = shareOf(present, (one) => one.workForm === 'SECONDMENT_GROUP');
    within(individual + group, 0.37, 0.02);
    within(individual / (individual + group), 0.6, 0.02);
    within(shareOf(present, (one) => one.workForm === 'SUPERVISED_EMPLOYMENT'), 0.06, 0.005);
  });

  it('about 4 % moved, workers as well as clients', () => {
    within(shareOf(present, (one) => one.person.residences.length > 1), 0.04, 0.012);
    within(shareOf(population.clients.filter((one) => one.kind !== 'former'), (one) => one.person.residences.length > 1), 0.04, 0.01);
  });

  it('about 2 % are employed beyond their indication, and some end within sixteen weeks', () => {
    const here = present.filter((one) => (JOINT_SERVICE as readonly string[]).includes(residenceOf(one.person)));
    const endOf = (one: Worker): string => population.indications.get(one.person.bsn)?.at(-1)?.validUntil ?? '9999-12-31';
    within(shareOf(here, (one) => endOf(one) < BUSINESS_DATE), 0.02, 0.01);
    expect(here.filter((one) => endOf(one) >= BUSINESS_DATE && daysBetween(BUSINESS_DATE, endOf(one)) <= 112).length).toBeGreaterThanOrEqual(8);
  });

  it('some were found in another category before', () => {
    const histories = [...population.indications.values()].filter((decisions) => decisions.length > 1);
    const changed = histories.filter((decisions) => new Set(decisions.map(({ category }) => category)).size > 1);
    expect(changed.length).toBeGreaterThan(10);
    expect(changed.length).toBeLessThan(histories.length / 4);
  });

  it('about 8 % of the clients have a representative', () => {
    const represented = new Set(column(delivered.rows('benefits/representatives.csv'), 'client_number'));
    within(represented.size / population.clients.length, 0.08, 0.01);
  });

  it('more than 80 % of the clients on welfare have a trajectory', () => {
    const people = new Set(column(delivered.rows('reintegration/trajectories.csv'), 'bsn'));
    expect(shareOf(population.clients.filter((one) => one.kind === 'welfare'), (one) => people.has(one.person.bsn))).toBeGreaterThan(0.8);
  });
});

describe('handling of applications', () => {
  const suspended = new Map<string, number>();
  for (const row of delivered.rows('benefits/suspensions.csv')) {
    const days = daysBetween(value(row, 'from'), value(row, 'until') || BUSINESS_DATE);
    suspended.set(value(row, 'application_number'), (suspended.get(value(row, 'application_number')) ?? 0) + days);
  }
  const applications = delivered.rows('benefits/applications.csv');
  const netDays = (row: Row): number =>
    daysBetween(value(row, 'received_on'), value(row, 'decided_on') || BUSINESS_DATE) - (suspended.get(value(row, 'application_number')) ?? 0);
  const open = applications.filter((row) => value(row, 'decided_on') === '');

  it('the median of the net days is about 18', () => {
    const days = applications.filter((row) => !open.includes(row)).map(netDays).sort((one, other) => one - other);
    within(days[Math.floor(days.length / 2)] ?? 0, 18, 1);
  });

  it('there are open ones around the business date, a few of them overdue, some suspended', () => {
    expect(open.length).toBeGreaterThan(80);
    expect(open.filter((row) => netDays(row) > 60).length).toBeGreaterThanOrEqual(4);
    expect(delivered.rows('benefits/suspensions.csv').filter((row) => value(row, 'until') === '').length).toBeGreaterThan(10);
  });

  it('some that took longer than eight weeks were announced, others led to a notice of default, open ones among them', () => {
    expect(applications.filter((row) => value(row, 'new_term_until') !== '').length).toBeGreaterThan(10);
    const noticed = applications.filter((row) => value(row, 'default_notice_on') !== '');
    expect(noticed.length).toBeGreaterThan(10);
    expect(noticed.some((row) => open.includes(row))).toBe(true);
  });
});
