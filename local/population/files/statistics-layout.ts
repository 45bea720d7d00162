/**
 * The record of the half-yearly Statistiek Wsw as text of fixed width: 29 fields and 139 positions until 2014, 28 fields and 126
 * positions from 2015 (Regeling uitvoering sw en begeleid werken, annex to art. 11). Digits only; what does not apply is zeros.
 */

export type StatisticsField = 'periode' | 'verantwoordelijke' | 'betalende_gemeente' | 'bsn' | 'geboortedatum' | 'geslacht' | 'gemeente_inschrijving'
  | 'handicapcode_1' | 'handicapcode_2' | 'handicapcode_3' | 'aanvraag_eerste_indicatie' | 'aanvraag_herindicatie' | 'indicatiebesluit' | 'afloop_indicatie'
  | 'besluit_doelgroep' | 'besluit_arbeidshandicap' | 'advies_werkvorm' | 'instroom_wachtlijst' | 'uitstroom_wachtlijst' | 'reden_uitstroom_wachtlijst'
  | 'begin_dienstbetrekking' | 'detachering' | 'einde_dienstbetrekking' | 'uren_dienstbetrekking' | 'loon_dienstbetrekking'
  | 'begin_begeleid_werken' | 'einde_begeleid_werken' | 'uren_begeleid_werken' | 'loon_begeleid_werken' | 'reden_ontslag' | 'bestemming_uitstroom';

type Field = readonly [name: StatisticsField, width: number];

const HANDICAP: readonly Field[] = [['handicapcode_1', 3], ['handicapcode_2', 3], ['handicapcode_3', 3]];
const INDICATION: readonly Field[] = [
  ['aanvraag_eerste_indicatie', 8], ['aanvraag_herindicatie', 8], ['indicatiebesluit', 8], ['afloop_indicatie', 8], ['besluit_doelgroep', 1],
  ['besluit_arbeidshandicap', 1], ['advies_werkvorm', 1],
];
const WORK: readonly Field[] = [
  ['begin_dienstbetrekking', 8], ['detachering', 1], ['einde_dienstbetrekking', 8], ['uren_dienstbetrekking', 2], ['loon_dienstbetrekking', 3],
  ['begin_begeleid_werken', 8], ['einde_begeleid_werken', 8], ['uren_begeleid_werken', 2], ['loon_begeleid_werken', 3], ['reden_ontslag', 1],
  ['bestemming_uitstroom', 2],
];

export const LAYOUT_2008: readonly Field[] = [
  ['periode', 5], ['verantwoordelijke', 5], ['bsn', 9], ['geboortedatum', 8], ['gemeente_inschrijving', 4], ...HANDICAP, ...INDICATION,
  ['instroom_wachtlijst', 8], ['uitstroom_wachtlijst', 8], ['reden_uitstroom_wachtlijst', 2], ...WORK,
];
export const LAYOUT_2015: readonly Field[] = [
  ['periode', 5], ['verantwoordelijke', 5], ['betalende_gemeente', 4], ['bsn', 9], ['geboortedatum', 8], ['geslacht', 1], ['gemeente_inschrijving', 4],
  ...HANDICAP, ...INDICATION, ...WORK,
];

export type StatisticsRecord = Readonly<Partial<Record<StatisticsField, string>>>;

/** One line for each record, fields that are not given as zeros. Throws RangeError for a value that is no digits or too wide. */
export function writeStatistics2008(records: readonly StatisticsRecord[]): string {
  return write(records, LAYOUT_2008);
}

export function writeStatistics2015(records: readonly StatisticsRecord[]): string {
  return write(records, LAYOUT_2015);
}

function write(records: readonly StatisticsRecord[], layout: readonly Field[]): string {
  return records.map((record) => `${layout.map(([name, width]) => digits(name, record[name] ?? '0', width)).join('')}\n`).join('');
}

function digits(name: StatisticsField, value: string, width: number): string {
  if (!/^\d+$/.test(value) || value.length > width) throw new RangeError(`${name} does not fit in ${width} digits`);
  return value.padStart(width, '0');
}
