/**
 * Workplaces that are written down by hand: the generator puts exactly these among the others. A place's id is
 * `<company>:W:<number>`. All open ones are free until a test or the demo takes them.
 */
import type { Employer, WorkplaceStatus } from './model.js';
import type { CompanyCode } from './parameters.js';

export interface FixedWorkplace {
  readonly company: CompanyCode;
  readonly number: string;
  readonly employer: Employer;
  readonly title: string;
  readonly function: string;
  readonly postcodeArea: string;
  readonly hoursMin: number;
  readonly hoursMax: number;
  readonly adaptations: readonly string[];
  readonly supervisionHours: number;
  readonly availableFrom: string;
  readonly status: WorkplaceStatus;
}

const employer = (kvk: string, name: string, postcodeArea: string): Employer => ({ kvk, name, postcodeArea });

const PACKING = employer('99000001', 'Verpakkingen De Vlietklepper (verzonnen)', '2265');
const ARCHIVE = employer('99000002', 'Archiefdiensten Papierspoor (verzonnen)', '2263');
const GREEN = employer('99000003', 'Groenvoorziening Polderknop (verzonnen)', '2271');
const LAUNDRY = employer('99000004', 'Textielverzorging Waslijn (verzonnen)', '2316');
const NURSERY = employer('99000005', 'Kwekerij Bollenbries (verzonnen)', '2223');
const DEPOT = employer('99000006', 'Logistiek Randmagazijn (verzonnen)', '2729');

/** The firms of the fixed places, with the company that serves them. */
export const fixedEmployers: Readonly<Record<CompanyCode, readonly Employer[]>> = {
  'zoetermeer-rijswijk': [PACKING, ARCHIVE, GREEN, DEPOT],
  leiden: [LAUNDRY],
  wassenaar: [NURSERY],
};

const QUIET_PLACE = ['LOW_STIMULI', 'FIXED_STRUCTURE', 'SHORT_TASKS', 'QUIET_ROOM', 'FLEXIBLE_BREAKS', 'WRITTEN_INSTRUCTIONS'];
const SEATED_PLACE = ['SEATED_WORK', 'NO_LIFTING', 'FLEXIBLE_BREAKS', 'ADAPTED_TOOLS'];

interface Kind {
  readonly employer: Employer;
  readonly title: string;
  readonly function: string;
}

const KINDS: readonly Kind[] = [
  { employer: PACKING, title: 'Rustige inpaktafel', function: 'Medewerker inpak' },
  { employer: ARCHIVE, title: 'Scantafel archief', function: 'Medewerker digitalisering' },
  { employer: GREEN, title: 'Vaste ploeg perkonderhoud', function: 'Medewerker groen' },
];
/** In order of distance from Voorschoten, the nearest first. */
const AREAS = ['2265', '2264', '2263', '2262', '2267', '2265', '2264', '2263', '2262', '2267', '2265', '2264', '2263', '2262', '2273', '2271'];

const kindOf = (index: number): Kind => KINDS[index % KINDS.length] as Kind;

/** Open places of Zoetermeer-Rijswijk near Voorschoten, 24 to 32 hours, that fit every scenario worker: one for each scenario. */
export const scenarioWorkplaces: readonly FixedWorkplace[] = AREAS.map((postcodeArea, index) => ({
  company: 'zoetermeer-rijswijk', number: String(1001 + index), ...kindOf(index), postcodeArea,
  hoursMin: 24, hoursMax: 32, adaptations: QUIET_PLACE, supervisionHours: 3, availableFrom: '2014-03-01', status: 'OPEN',
}));

/** Open places of Zoetermeer-Rijswijk, 20 to 28 hours, seated, that fit the workers of Wassenaar's joint arrangement. */
export const arrangementWorkplaces: readonly FixedWorkplace[] = ['2264', '2263', '2262', '2265'].map((postcodeArea, index) => ({
  company: 'zoetermeer-rijswijk', number: String(1021 + index), ...kindOf(index), postcodeArea,
  hoursMin: 20, hoursMax: 28, adaptations: SEATED_PLACE, supervisionHours: 2, availableFrom: '2014-03-01', status: 'OPEN',
}));

/** Open places of Leiden's firm. */
export const leidenWorkplaces: readonly FixedWorkplace[] = ['2316', '2317', '2312', '2331'].map((postcodeArea, index) => ({
  company: 'leiden', number: String(2001 + index), employer: LAUNDRY, title: 'Vouwtafel wasserij', function: 'Medewerker textiel', postcodeArea,
  hoursMin: 20, hoursMax: 32, adaptations: index < 2 ? QUIET_PLACE : SEATED_PLACE, supervisionHours: 3, availableFrom: '2014-03-15', status: 'OPEN',
}));

/** Open places of the Wassenaar arrangement. */
export const wassenaarWorkplaces: readonly FixedWorkplace[] = ['2223', '2231', '2241', '2242'].map((postcodeArea, index) => ({
  company: 'wassenaar', number: String(3001 + index), employer: NURSERY, title: 'Sorteerband bollen', function: 'Medewerker sortering', postcodeArea,
  hoursMin: 20, hoursMax: 36, adaptations: index < 2 ? QUIET_PLACE : SEATED_PLACE, supervisionHours: 2, availableFrom: '2014-03-01', status: 'OPEN',
}));

const depot = (number: string, status: WorkplaceStatus): FixedWorkplace => ({
  company: 'zoetermeer-rijswijk', number, employer: DEPOT, title: 'Orderpicken', function: 'Medewerker magazijn', postcodeArea: '2729',
  hoursMin: 36, hoursMax: 36, adaptations: [], supervisionHours: 6, availableFrom: '2014-06-01', status,
});

/** Open, but full time, far away, without adaptations and with more supervision than the norm: it misses on everything. */
export const unsuitableWorkplace: FixedWorkplace = depot('1031', 'OPEN');
/** Not open: an offer or a proposal for it is refused. */
export const closedWorkplace: FixedWorkplace = depot('1032', 'CLOSED');
/** Occupied by a worker of the company itself. */
export const takenWorkplace: FixedWorkplace = { ...depot('1033', 'TAKEN'), hoursMin: 8, availableFrom: '2012-01-02' };

export const fixedWorkplaces: readonly FixedWorkplace[] = [
  ...scenarioWorkplaces, ...arrangementWorkplaces, ...leidenWorkplaces, ...wassenaarWorkplaces,
  unsuitableWorkplace, closedWorkplace, takenWorkplace,
];
