/** Groups of fields that both layouts of the Statistiek Wsw contain in the same order and width; numbers follow from the order. */
import type { LayoutField } from '../domain/layout.js';

type Part = Omit<LayoutField, 'number'>;

export function numbered(parts: readonly Part[]): LayoutField[] {
  return parts.map((part, index) => ({ number: index + 1, ...part }));
}

const DATE = 'jjjjmmdd of nullen';

/** Health data (AVG art. 9): the form is checked, the value is never stored. */
export const HANDICAP: readonly Part[] = [
  { name: 'handicapcode_1', width: 3, domain: { kind: 'digits' }, keeping: 'never', rule: 'drie cijfers' },
  { name: 'handicapcode_2', width: 3, domain: { kind: 'digits' }, keeping: 'never', rule: 'drie cijfers' },
  { name: 'handicapcode_3', width: 3, domain: { kind: 'digits' }, keeping: 'never', rule: 'drie cijfers' },
];

export const INDICATIE: readonly Part[] = [
  { name: 'aanvraag_eerste_indicatie', width: 8, domain: { kind: 'date' }, keeping: 'kept', rule: DATE },
  { name: 'aanvraag_herindicatie', width: 8, domain: { kind: 'date' }, keeping: 'kept', rule: DATE },
  { name: 'indicatiebesluit', width: 8, domain: { kind: 'date' }, keeping: 'kept', rule: DATE },
  { name: 'afloop_indicatie', width: 8, domain: { kind: 'date' }, keeping: 'kept', rule: DATE },
  { name: 'besluit_doelgroep', width: 1, domain: { kind: 'code', from: 1, to: 3 }, keeping: 'kept', rule: '1 ja, 2 nee (onderzijde), 3 nee (bovenzijde)' },
  { name: 'besluit_arbeidshandicap', width: 1, domain: { kind: 'code', from: 1, to: 3 }, keeping: 'kept', rule: '1 licht (niet sinds 2005), 2 matig, 3 ernstig' },
  { name: 'advies_werkvorm', width: 1, domain: { kind: 'code', from: 1, to: 2 }, keeping: 'kept', rule: '1 begeleid werken, 2 niet' },
];

export const DIENSTBETREKKING: readonly Part[] = [
  { name: 'begin_dienstbetrekking', width: 8, domain: { kind: 'date' }, keeping: 'kept', rule: DATE },
  { name: 'detachering', width: 1, domain: { kind: 'code', from: 1, to: 3 }, keeping: 'kept', rule: '1 geen, 2 individueel, 3 groep' },
  { name: 'einde_dienstbetrekking', width: 8, domain: { kind: 'date' }, keeping: 'kept', rule: DATE },
  { name: 'uren_dienstbetrekking', width: 2, domain: { kind: 'integer', to: 60 }, keeping: 'kept', rule: 'hele uren per week, hoogstens 60 (Arbeidstijdenwet)' },
  { name: 'loon_dienstbetrekking', width: 3, domain: { kind: 'integer', to: 100 }, keeping: 'kept', rule: 'percentage uitbetaalde contractloon' },
];

export const BEGELEID_WERKEN: readonly Part[] = [
  { name: 'begin_begeleid_werken', width: 8, domain: { kind: 'date' }, keeping: 'kept', rule: DATE },
  { name: 'einde_begeleid_werken', width: 8, domain: { kind: 'date' }, keeping: 'kept', rule: DATE },
  { name: 'uren_begeleid_werken', width: 2, domain: { kind: 'integer', to: 60 }, keeping: 'kept', rule: 'hele uren per week, hoogstens 60 (Arbeidstijdenwet)' },
  { name: 'loon_begeleid_werken', width: 3, domain: { kind: 'integer', to: 100 }, keeping: 'kept', rule: 'percentage uitbetaalde contractloon' },
];

export const UITSTROOM: readonly Part[] = [
  { name: 'reden_ontslag', width: 1, domain: { kind: 'code', from: 1, to: 9 }, keeping: 'kept', rule: '1 t/m 9, 0 niet van toepassing' },
  { name: 'bestemming_uitstroom', width: 2, domain: { kind: 'code', from: 1, to: 11 }, keeping: 'kept', rule: '01 t/m 11, 00 niet van toepassing; 03 is in 2008 wachtlijst Wsw, vanaf 2015 zonder Wsw-plaats' },
];
