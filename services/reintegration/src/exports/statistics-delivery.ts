/**
 * The half-yearly delivery of one municipality, page by page: three bodies supply to each record, nothing is kept. Guarantees that a delivery is
 * whole: a body that does not answer, or knows nothing of the half-year, ends it, named, and the first part waits until all have answered once.
 */
import { Fault } from '#kernel/faults.js';
import type { WswRecord } from '#law/statistics/wsw-record.js';
import { decidedBy, recordsOf, type HalfYearDelivery } from '../domain/statistics/records.js';
import type { Identity, Indicated, SuppliedEmployment } from '../domain/statistics/supplied-facts.js';

export interface StatisticsSources {
  /** By person, after this one; an empty page is the end. */
  page(after: string | null): Promise<readonly Indicated[]>;
  /** Bodies that must answer for the delivery. */
  companies(): Promise<readonly string[]>;
  identities(persons: readonly string[]): Promise<readonly Identity[]>;
  employments(company: string, persons: readonly string[]): Promise<readonly SuppliedEmployment[]>;
}

/** What a person's records could not say: no number, no name. */
export interface Omission {
  readonly rule: 'not-in-register' | 'not-supplied';
  readonly text: string;
}

export interface DeliveredPage {
  readonly records: readonly WswRecord[];
  readonly omissions: readonly Omission[];
}

const ATTEMPTS = 3;
const PAUSE_MS = 200;
const LANES = 12;

export async function* deliveredPages(delivery: HalfYearDelivery, sources: StatisticsSources): AsyncGenerator<DeliveredPage> {
  const companies = await sources.companies();
  await Promise.all([again(() => sources.identities([])), inLanes(companies, async (company) => void (await again(() => sources.employments(company, []))))]);
  for (let page = await sources.page(null); page.length > 0; page = await sources.page(page.at(-1)?.person ?? null)) {
    yield deliveredPage(delivery, sources, page.filter((one) => isResponsible(delivery, one)));
  }
}

/** Who moved is in the delivery of the municipality that took the last decision. */
function isResponsible({ municipality, lastDay }: HalfYearDelivery, { decisions }: Indicated): boolean {
  return decidedBy(decisions, lastDay).at(-1)?.municipality === municipality;
}

async function deliveredPage(delivery: HalfYearDelivery, sources: StatisticsSources, page: readonly Indicated[]): Promise<DeliveredPage> {
  if (page.length === 0) return { records: [], omissions: [] };
  const [identities, employments] = await Promise.all([identitiesOf(sources, page), employmentsOf(sources, page)]);
  const records: WswRecord[] = [];
  const omissions: Omission[] = [];
  for (const one of page) {
    const identity = identities.get(one.person);
    const supplied = employments.get(one.person) ?? [];
    if (identity) records.push(...recordsOf(delivery, identity, one.decisions, supplied));
    omissions.push(...omissionsOf(one, identity, supplied));
  }
  return { records, omissions };
}

async function identitiesOf(sources: StatisticsSources, page: readonly Indicated[]): Promise<ReadonlyMap<string, Identity>> {
  const found = await again(() => sources.identities(page.map(({ person }) => person)));
  return new Map(found.map((one) => [one.person, one]));
}

async function employmentsOf(sources: StatisticsSources, page: readonly Indicated[]): Promise<ReadonlyMap<string, readonly SuppliedEmployment[]>> {
  const companies = [...new Set(page.flatMap((one) => one.companies))];
  const byPerson = new Map<string, SuppliedEmployment[]>();
  await inLanes(companies, async (company) => {
    const answer = await again(() => sources.employments(company, page.filter((one) => one.companies.includes(company)).map(({ person }) => person)));
    for (const one of answer) byPerson.set(one.person, [...(byPerson.get(one.person) ?? []), one]);
  });
  return byPerson;
}

/** Some at once: answers of ninety companies together would be much to hold, and one after the other much to wait for. */
async function inLanes<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const lane = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

function omissionsOf({ companies }: Indicated, identity: Identity | undefined, supplied: readonly SuppliedEmployment[]): Omission[] {
  if (!identity) return [{ rule: 'not-in-register', text: 'Het register van ingezetenen toont deze persoon niet (verhuisd, of er niet in): er is geen record gemaakt.' }];
  if (companies.length === 0 || supplied.length > 0) return [];
  return [{ rule: 'not-supplied', text: `Bij ${companies.join(', ')} staat een dienstverband in de index, en in de opgave over dit halfjaar niet.` }];
}

/** A question changes nothing, so it may be asked again before a whole delivery is given up. */
async function again<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (attempt >= ATTEMPTS || !(error instanceof Fault) || error.code !== 'UNAVAILABLE') throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}
