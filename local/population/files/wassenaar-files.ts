/** What the Wassenaar arrangement delivers, having no live system: half-yearly statistics, a monthly roster, weekly workplaces. */
import { layoutOf } from '#law/statistics/layout-of.js';
import { onlyFieldsOf, writeRecord } from '#law/statistics/wsw-record.js';
import type { CompanyPopulation, Placement, Worker, WorkplaceStatus } from '../model.js';
import { worksOn } from '../model.js';
import type { Population } from '../population.js';
import { municipalityOfArea } from '../registers.js';
import { csvFile, euros, joined, type Cell, type FileText } from './table.js';
import { wassenaarStatistics } from './wassenaar-statistics.js';

const LAST_DAY_OF_ROSTER = '2014-02-28';
const STATUS_WORDS: Readonly<Record<WorkplaceStatus, string>> = { OPEN: 'OPEN', TAKEN: 'BEZET', CLOSED: 'GESLOTEN' };

export function wassenaarFiles(population: Population): FileText[] {
  const company = population.companies.wassenaar;
  return [
    ['statistiek-wsw-20131.txt', statisticsText(population, 20131)],
    ['statistiek-wsw-20132.txt', statisticsText(population, 20132)],
    csvFile('rooster-2014-02.csv', [
      'personeelsnummer', 'bsn', 'naam', 'werkplek', 'inlener_kvk', 'inlener_naam', 'functie', 'begeleider', 'uren', 'tarief', 'van', 'tot',
    ], rosterRows(company)),
    csvFile('werkplekken-2014-w09.csv', [
      'werkplek', 'kvk', 'werkgever', 'omschrijving', 'functie', 'gemeente', 'postcodegebied', 'min_uren', 'max_uren', 'aanpassingen', 'begeleiding_uren',
      'beschikbaar_vanaf', 'status',
    ], company.workplaces.map((one) => [
      one.number, one.employer.kvk, one.employer.name, one.title, one.function, municipalityOfArea(one.postcodeArea), one.postcodeArea, one.hoursMin, one.hoursMax,
      joined(one.adaptations), one.supervisionHours, one.availableFrom, STATUS_WORDS[one.status],
    ])),
  ];
}

/** The same people in the layout of 2015, for a deployment whose business date lies there. */
export function laterWassenaarFiles(population: Population): FileText[] {
  return [['statistiek-wsw-20152.txt', statisticsText(population, 20152)]];
}

function statisticsText(population: Population, period: number): string {
  const layout = layoutOf(period);
  return wassenaarStatistics(population, period).map((record) => `${writeRecord(layout, onlyFieldsOf(layout, record))}\n`).join('');
}

/** One row for everyone in service at the end of the month. */
function rosterRows({ workers, placements }: CompanyPopulation): Cell[][] {
  const running = new Map(placements.filter((one) => one.from <= LAST_DAY_OF_ROSTER && (one.until === null || LAST_DAY_OF_ROSTER <= one.until)).map((one) => [one.worker.number, one]));
  return workers.filter((one) => worksOn(one, LAST_DAY_OF_ROSTER)).map((worker) => rosterRow(worker, running.get(worker.number)));
}

function rosterRow({ number, person, hours, from }: Worker, placement: Placement | undefined): Cell[] {
  const who: Cell[] = [number, person.bsn, person.name];
  if (!placement) return [...who, null, null, null, 'Medewerker sociale werkplaats', null, hours, null, from, null];
  const { workplace, employer, fee } = placement;
  return [
    ...who, workplace?.number ?? null, employer.kvk, employer.name, placement.function, placement.supervisor, placement.hours,
    fee === null ? null : euros(fee), placement.from, placement.until,
  ];
}
