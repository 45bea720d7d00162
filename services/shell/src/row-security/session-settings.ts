/**
 * What a read transaction tells the database about who asks: the only facts that the row policies decide from (decision 0017). All of it
 * comes from the verified caller and from the registers of this machine, nothing from the question itself.
 */
import { municipalitiesOf } from '#kernel/authority.js';
import { authorityOn, type Registers } from '#kernel/registers.js';
import type { Viewer } from '#kernel/viewer.js';

/** Whose system this is, and by which registers. */
export interface House {
  readonly body: string;
  readonly registers: Registers;
}

export interface AskingFacts {
  readonly viewer: Viewer;
  readonly businessDate: string;
  readonly requestId: string;
  /** `gateway`, or the name of the asking service. */
  readonly from: string;
}

const NAMES = ['door', 'subject', 'body', 'home', 'from', 'roles', 'acting', 'purpose', 'municipalities', 'business_date', 'request'] as const;

export type RowSettings = Readonly<Record<(typeof NAMES)[number], string>>;

export function rowSettings({ viewer, businessDate, requestId, from }: AskingFacts, { body, registers }: House): RowSettings {
  const purpose = registers.purposes.find(({ code }) => code === viewer.purpose);
  return {
    door: 'read',
    subject: viewer.subject,
    body: viewer.body,
    home: body,
    from,
    roles: viewer.roles.join(','),
    // The roles in which the viewer may name this purpose: without a purpose, or with one that is not his, he acts in none.
    acting: viewer.roles.filter((role) => purpose?.roles.includes(role)).join(','),
    purpose: viewer.purpose ?? '',
    municipalities: municipalitiesOf(authorityOn(registers, businessDate), viewer.body).join(','),
    business_date: businessDate,
    request: requestId,
  };
}

/** Each setting ends with the transaction. */
export const SET_FOR_TRANSACTION = `select ${NAMES.map((name, index) => `set_config('schakel.${name}', $${index + 1}, true)`).join(', ')}, set_config('statement_timeout', $${NAMES.length + 1}, true)`;

/** What a reading transaction begins with; the settings come next. */
export const START_READING = 'start transaction isolation level read committed';

/** After the settings, which stand before the savepoint, so that going back to it keeps them and ends the reading. */
export const ONLY_READING = ['savepoint reading', 'set transaction read only'] as const;

export function settingValues(settings: RowSettings, patience: string): string[] {
  return [...NAMES.map((name) => settings[name]), patience];
}
