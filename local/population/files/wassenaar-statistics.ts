/**
 * The records of the Wassenaar arrangement for one half-year: everyone in service on its last day, everyone who left in it, and
 * its waiting list. State on the last day, or just before the outflow; a change of work form is no outflow.
 */
import type { WswRecord } from '#law/statistics/wsw-record.js';
import { compact, plusDays, type Day } from '../dates.js';
import { changedForm, worksOn, type Indication, type Limitation, type Person, type Placement, type Worker } from '../model.js';
import { WASSENAAR } from '../parameters.js';
import type { Population } from '../population.js';

/** Stands for the arrangement in "gemeente of WGR-verband"; the real code list was not found, so this one is invented. */
const ARRANGEMENT = '90629';
/** The real three-digit list was not found either: invented groups, the first digit tells the kind of limitation. */
const HANDICAP_GROUPS: Readonly<Record<Limitation, number>> = { physical: 100, intellectual: 200, psychic: 300, other: 900 };
const SECONDMENT_CODES: Readonly<Record<string, string>> = { INTERNAL: '1', SECONDMENT_INDIVIDUAL: '2', SECONDMENT_GROUP: '3' };
const PLACED = '1';

/** `period` = yyyyh, 1 or 2. */
export function wassenaarStatistics(population: Population, period: number): WswRecord[] {
  const year = Math.floor(period / 10);
  const [first, last]: [Day, Day] = period % 10 === 1 ? [`${year}-01-01`, `${year}-06-30`] : [`${year}-07-01`, `${year}-12-31`];
  const { workers, placements } = population.companies.wassenaar;
  const placementOf = new Map(placements.filter((one) => one.workForm === 'SUPERVISED_EMPLOYMENT').map((one) => [one.worker.number, one]));
  const workerRecords = workers.filter((one) => one.from <= last && (one.until === null || one.until >= first)).map((worker) => ({
    ...common(worker.person, period, last),
    betalende_gemeente: worker.payingMunicipality,
    ...indicationFields(worker, population.indications.get(worker.person.bsn) ?? [], last),
    ...workFields(worker, placementOf.get(worker.number), last),
    ...handicapFields(worker.person, worker.limitation),
  }));
  return [...workerRecords, ...waitingRecords(population, period, last)];
}

function common(person: Person, period: number, last: Day): WswRecord {
  const home = person.residences.find((one) => one.until === null || last <= one.until);
  return {
    periode: String(period), verantwoordelijke: ARRANGEMENT, bsn: person.bsn, geboortedatum: compact(person.birthDate), geslacht: person.sex === 'M' ? '1' : '2',
    gemeente_inschrijving: home?.municipality ?? WASSENAAR,
  };
}

function handicapFields(person: Person, limitation: Limitation): WswRecord {
  const number = Number(person.bsn.slice(4, 8));
  const first = HANDICAP_GROUPS[limitation] + 1 + (number % 19);
  return { handicapcode_1: String(first), handicapcode_2: number % 10 < 3 ? String(301 + (number % 7)) : '0' };
}

function indicationFields(worker: Worker, all: readonly Indication[], last: Day): WswRecord {
  const known = all.filter((one) => one.decidedOn <= last);
  const [first, present] = [known[0], known.at(-1)];
  const decided = { besluit_doelgroep: '1', besluit_arbeidshandicap: worker.category === 'SEVERE' ? '3' : '2', advies_werkvorm: present?.adviceSupervisedEmployment ? '1' : '2' };
  if (!first || !present || worker.oldCohort) return decided;
  const again = present === first ? requestBefore(present, last) : present.appliedOn;
  const waited = first.decidedOn < worker.from;
  return {
    ...decided,
    aanvraag_eerste_indicatie: compact(first.appliedOn), aanvraag_herindicatie: compact(again),
    indicatiebesluit: compact(present.decidedOn), afloop_indicatie: compact(present.validUntil),
    ...(waited ? { instroom_wachtlijst: compact(first.decidedOn), uitstroom_wachtlijst: compact(worker.from), reden_uitstroom_wachtlijst: PLACED } : {}),
  };
}

const requestBefore = ({ reindicationRequestedOn: asked }: Indication, last: Day): Day | null => (asked !== null && asked <= last ? asked : null);

function workFields(worker: Worker, supervised: Placement | undefined, last: Day): WswRecord {
  if (worker.workForm === 'SUPERVISED_EMPLOYMENT') return supervisedFields(worker, supervised, last);
  const left = !worksOn(worker, last);
  return {
    begin_dienstbetrekking: compact(worker.from), detachering: SECONDMENT_CODES[worker.workForm] ?? '1', einde_dienstbetrekking: compact(left ? worker.until : null),
    uren_dienstbetrekking: String(worker.hours), loon_dienstbetrekking: String(worker.wagePercentage),
    ...(left && worker.outflow ? { reden_ontslag: String(worker.outflow.reason), bestemming_uitstroom: String(worker.outflow.destination) } : {}),
  };
}

/** Some came from a dienstbetrekking: the old form is closed the day before the new one opens, and reason and destination stay zero. */
function supervisedFields(worker: Worker, placement: Placement | undefined, last: Day): WswRecord {
  const hours = String(worker.hours);
  const wage = String(worker.wagePercentage);
  if (!placement || !changedForm(worker, placement)) {
    return { begin_begeleid_werken: compact(worker.from), uren_begeleid_werken: hours, loon_begeleid_werken: wage };
  }
  const inside = { begin_dienstbetrekking: compact(worker.from), detachering: '1', uren_dienstbetrekking: hours, loon_dienstbetrekking: wage };
  if (placement.from > last) return inside;
  return {
    ...inside, einde_dienstbetrekking: compact(plusDays(placement.from, -1)),
    begin_begeleid_werken: compact(placement.from), uren_begeleid_werken: hours, loon_begeleid_werken: wage,
  };
}

function waitingRecords(population: Population, period: number, last: Day): WswRecord[] {
  const listed = [...population.indications.values()].flat().filter((one) => one.waitingSince !== null && one.waitingSince <= last);
  const here = listed.filter(({ person }) => person.residences.at(-1)?.municipality === WASSENAAR);
  return here.map((one) => ({
    ...common(one.person, period, last),
    betalende_gemeente: WASSENAAR,
    ...handicapFields(one.person, 'intellectual'),
    aanvraag_eerste_indicatie: compact(one.appliedOn), indicatiebesluit: compact(one.decidedOn), afloop_indicatie: compact(one.validUntil),
    besluit_doelgroep: '1', besluit_arbeidshandicap: one.category === 'SEVERE' ? '3' : '2', advies_werkvorm: one.adviceSupervisedEmployment ? '1' : '2',
    instroom_wachtlijst: compact(one.waitingSince),
  }));
}
