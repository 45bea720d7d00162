/** Invented people for tests of the Statistiek Wsw, annex to art. 11 of the Regeling: one person or stay of every kind, without a fault. Numbers start with 99. */
import { passesElevenTest } from '../../persons/eleven-test.js';
import type { WswRecord } from '../wsw-record.js';

export type Kind = keyof typeof KINDS;

const INDICATED: WswRecord = {
  aanvraag_eerste_indicatie: '20050110', aanvraag_herindicatie: '20110301', indicatiebesluit: '20110601', afloop_indicatie: '20180531',
  besluit_doelgroep: '1', besluit_arbeidshandicap: '3', advies_werkvorm: '2', handicapcode_1: '311',
};
const OLD_COHORT: WswRecord = { besluit_doelgroep: '1', besluit_arbeidshandicap: '2', advies_werkvorm: '2' };
const PLACED: WswRecord = { instroom_wachtlijst: '20050401', uitstroom_wachtlijst: '20060201', reden_uitstroom_wachtlijst: '01' };
const WAITING: WswRecord = { instroom_wachtlijst: '20131001' };
const CONTRACT: WswRecord = { betalende_gemeente: '0629', begin_dienstbetrekking: '20060201', detachering: '2', uren_dienstbetrekking: '32', loon_dienstbetrekking: '100' };
const SUPERVISED: WswRecord = { betalende_gemeente: '0537', begin_begeleid_werken: '20111101', uren_begeleid_werken: '28', loon_begeleid_werken: '070' };
const GONE: WswRecord = { einde_dienstbetrekking: '20130930', reden_ontslag: '5' };

export const KINDS = {
  works: [{ ...INDICATED, ...PLACED, ...CONTRACT }],
  worksWithoutList: [{ ...INDICATED, ...CONTRACT }],
  oldCohort: [{ ...OLD_COHORT, ...CONTRACT, begin_dienstbetrekking: '19890301' }],
  supervised: [{ ...INDICATED, ...SUPERVISED }],
  supervisedLeft: [{ ...INDICATED, ...SUPERVISED, einde_begeleid_werken: '20130815', reden_ontslag: '4', bestemming_uitstroom: '01' }],
  changed: [{ ...INDICATED, ...CONTRACT, einde_dienstbetrekking: '20111031', ...SUPERVISED }],
  changedBack: [{ ...INDICATED, ...SUPERVISED, einde_begeleid_werken: '20120430', ...CONTRACT, begin_dienstbetrekking: '20120501' }],
  left: [{ ...INDICATED, ...CONTRACT, ...GONE, bestemming_uitstroom: '10' }],
  waits: [{ ...INDICATED, ...WAITING }],
  waitsWithoutDates: [{ ...OLD_COHORT, instroom_wachtlijst: '19990101' }],
  refused: [{ aanvraag_eerste_indicatie: '20130501', indicatiebesluit: '20130801', besluit_doelgroep: '3' }],
  idle: [OLD_COHORT],
  leftAndWaits: [{ ...INDICATED, ...CONTRACT, ...GONE, bestemming_uitstroom: '03' }, { ...INDICATED, ...WAITING }],
  leftAndReturned: [{ ...INDICATED, ...CONTRACT, ...GONE, bestemming_uitstroom: '01' }, { ...INDICATED, ...CONTRACT, begin_dienstbetrekking: '20131115' }],
} as const satisfies Record<string, readonly WswRecord[]>;

/** The records of the n-th person, who is of this kind. */
export function person(kind: Kind, n: number, periode: string): WswRecord[] {
  const common: WswRecord = {
    periode, verantwoordelijke: '90629', bsn: numberOf(n), geboortedatum: `19${50 + (n % 35)}0${1 + (n % 9)}1${n % 10}`, geslacht: String(1 + (n % 2)),
    gemeente_inschrijving: n % 3 === 0 ? '0537' : '0629',
  };
  return KINDS[kind].map((one) => ({ ...common, ...one }));
}

const numbers: string[] = [];

function numberOf(n: number): string {
  for (let next = Number(numbers.at(-1) ?? 990000000) + 1; numbers.length <= n; next += 1) if (passesElevenTest(String(next))) numbers.push(String(next));
  return numbers[n]!;
}
