// The records of one person in the half-yearly delivery of the municipality that answers for his indication: one for each stay in the half-year,
// and one for who waits. State on the last day, or just before the end. What nobody knows stays empty and is told by the checks of law/statistics.
// Regeling uitvoering sw en begeleid werken, annex to art. 11.
import { firstDayOf, lastDayOf } from '#law/statistics/half-year.js';
import { layoutOf } from '#law/statistics/layout-of.js';
import { wholeUnits } from '#law/statistics/whole-units.js';
import type { Layout } from '#law/statistics/wsw-field.js';
import { onlyFieldsOf, type WswRecord } from '#law/statistics/wsw-record.js';
import { endOf, startOf, staysOf, type Stay } from './stays.js';
import type { Identity, StatisticsDecision, SuppliedEmployment, SuppliedForm } from './supplied-facts.js';

export interface HalfYearDelivery {
  readonly halfYear: number;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly layout: Layout;
  /** CBS code of the responsible municipality. */
  readonly municipality: string;
}

/** RangeError for a half-year that no text of the regulation covers. */
export function deliveryOf(halfYear: number, municipality: string): HalfYearDelivery {
  return { halfYear, municipality, layout: layoutOf(halfYear), firstDay: firstDayOf(halfYear), lastDay: lastDayOf(halfYear) };
}

/** What the persons' own municipality decided by the last day; the last of them decides who is responsible. */
export function decidedBy(decisions: readonly StatisticsDecision[], lastDay: string): readonly StatisticsDecision[] {
  return decisions.filter(({ kind, decidedOn }) => kind === 'WSW' && decidedOn <= lastDay);
}

const IN_TARGET_GROUP = '1';
const CATEGORY = { MODERATE: '2', SEVERE: '3' } as const;
const PLACED = '01';

export function recordsOf(delivery: HalfYearDelivery, identity: Identity, decisions: readonly StatisticsDecision[], employments: readonly SuppliedEmployment[]): readonly WswRecord[] {
  const { firstDay, lastDay, layout } = delivery;
  const decided = decidedBy(decisions, lastDay);
  const present = decided.at(-1);
  if (!present) return [];
  const common = { ...personFields(delivery, identity), ...indicationFields(decided, present, lastDay) };
  const stays = staysOf(employments);
  const waitingSince = layout.name === '2008' ? waitedFrom(present, lastDay) : null;
  const placed = waitingSince === null ? undefined : stays.find((stay) => startOf(stay) >= waitingSince);
  const records = stays.map((stay) => ({ ...common, ...workFields(stay), ...(stay === placed ? placedFields(waitingSince, stay) : {}) }));
  const waits = waitingSince !== null && !placed;
  const open = layout.name === '2008' && (waits || stays.length === 0) && (present.validUntil ?? firstDay) >= firstDay;
  const waiting = open ? [{ ...common, instroom_wachtlijst: compact(waits ? waitingSince : null) }] : [];
  return [...records, ...waiting].map((record) => onlyFieldsOf(layout, record));
}

function personFields({ halfYear, municipality }: HalfYearDelivery, { bsn, birthDate, residence }: Identity): WswRecord {
  return { periode: String(halfYear), verantwoordelijke: municipality, bsn, geboortedatum: compact(birthDate), gemeente_inschrijving: residence ?? '' };
}

/** A decision stands in the register of indications of who belongs to the target group; UWV itself tells of those who do not. */
function indicationFields(decided: readonly StatisticsDecision[], present: StatisticsDecision, lastDay: string): WswRecord {
  const [first = present] = decided;
  return {
    aanvraag_eerste_indicatie: compact(first.appliedOn),
    aanvraag_herindicatie: compact(askedAgain(first, present, lastDay)),
    indicatiebesluit: compact(present.decidedOn),
    afloop_indicatie: compact(present.validUntil),
    besluit_doelgroep: IN_TARGET_GROUP,
    besluit_arbeidshandicap: present.category === null ? '' : CATEGORY[present.category],
    advies_werkvorm: present.adviceSupervisedEmployment === null ? '' : present.adviceSupervisedEmployment ? '1' : '2',
  };
}

function askedAgain(first: StatisticsDecision, present: StatisticsDecision, lastDay: string): string | null {
  const asked = present.reindicationRequestedOn;
  if (asked !== null && asked <= lastDay) return asked;
  return present === first ? null : present.appliedOn;
}

function waitedFrom({ waitingSince }: StatisticsDecision, lastDay: string): string | null {
  return waitingSince !== null && waitingSince <= lastDay ? waitingSince : null;
}

/** Who begins in a Wsw place after he came on the list has left it by being placed. */
function placedFields(since: string | null, stay: Stay): WswRecord {
  return { instroom_wachtlijst: compact(since), uitstroom_wachtlijst: compact(startOf(stay)), reden_uitstroom_wachtlijst: PLACED };
}

function workFields(stay: Stay): WswRecord {
  const { contract, supervised, payingMunicipality, leavingReason, destination } = stay;
  const [work, support] = [formFields(contract), formFields(supervised)];
  const ended = endOf(stay) !== null;
  return {
    betalende_gemeente: payingMunicipality ?? '',
    begin_dienstbetrekking: work.from, detachering: String(contract?.secondment ?? ''), einde_dienstbetrekking: work.until,
    uren_dienstbetrekking: work.hours, loon_dienstbetrekking: work.percentage,
    begin_begeleid_werken: support.from, einde_begeleid_werken: support.until, uren_begeleid_werken: support.hours, loon_begeleid_werken: support.percentage,
    reden_ontslag: ended ? String(leavingReason ?? '') : '', bestemming_uitstroom: ended && destination !== null ? String(destination).padStart(2, '0') : '',
  };
}

function formFields(form: SuppliedForm | null) {
  if (form === null) return { from: '', until: '', hours: '', percentage: '' };
  const { from, until, hoursPerWeek, paidPercentage } = form;
  return { from: compact(from), until: compact(until), hours: hoursPerWeek === null ? '' : wholeUnits(hoursPerWeek), percentage: String(paidPercentage ?? '') };
}

/** `2013-09-30` -> `20130930`. */
function compact(date: string | null): string {
  return date === null ? '' : date.replaceAll('-', '');
}
