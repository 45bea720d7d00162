/**
 * Which type of the Statistiek Re-integratie door Gemeenten an instrument is: agreement of the joint service, not law, because the bodies name
 * their instruments freely. An instrument that is not in the table has no type until somebody decides it: 99 is a type, not "not known".
 * Regeling statistiek Participatiewet, IOAW en IOAZ, annex 2 (2015). Employment under the Wsw is no provision of it.
 */
import type { PROVISION_TYPES } from '#law/srg/srg-table.js';

export type ProvisionType = keyof typeof PROVISION_TYPES;

const TYPES: ReadonlyMap<string, ProvisionType> = new Map([
  ['tijdelijke loonkostensubsidie', '01'],
  ['participatieplaats', '03'],
  ['loonkostensubsidie participatiewet', '04'],
  ['nieuw beschut werk', '05'],
  ['beschut werk', '05'],
  ['jobcoaching', '06'],
  ['vervoersvoorziening', '07'],
  ['sollicitatietraining', '99'],
  ['werkervaringsplaats', '99'],
  ['taaltraining', '99'],
  ['scholing', '99'],
  ['proefplaatsing', '99'],
]);

/** Why a provision ended; 1 is the code that the lost one must be (law/srg). */
const REASONS: ReadonlyMap<string, '1' | '2'> = new Map([['PLACED_FULL_TIME', '1'], ['PLACED_PART_TIME', '1'], ['EDUCATION', '1'], ['COMPLETED_WITHOUT_WORK', '1'], ['STOPPED_EARLY', '2']]);

export function provisionType(instrument: string): ProvisionType | null {
  return TYPES.get(instrument.trim().toLowerCase()) ?? null;
}

export function reasonOfEnd(outcome: string | null): '1' | '2' | null {
  return REASONS.get(outcome ?? '') ?? null;
}
