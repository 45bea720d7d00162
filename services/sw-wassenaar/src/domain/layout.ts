/**
 * The form of a Statistiek Wsw layout, as data: one row per field, in the order of the record. Guarantees that what a field
 * may hold, and whether Schakel keeps it, is read from the table and nowhere else (Regeling uitvoering sw en begeleid
 * werken, annex to art. 11). All fields are digits; zeros mean "not applicable".
 */

export type Domain =
  | { readonly kind: 'half-year' }
  | { readonly kind: 'bsn' }
  | { readonly kind: 'digits' }
  | { readonly kind: 'date'; readonly required?: boolean }
  | { readonly kind: 'municipality' }
  | { readonly kind: 'code'; readonly from: number; readonly to: number; readonly required?: boolean }
  | { readonly kind: 'integer'; readonly to: number };

/** `never` = checked and forgotten: no purpose of the federation needs the value, or nobody may store it. */
export type Keeping = 'kept' | 'never' | 'as-pseudonym';

export interface LayoutField {
  readonly number: number;
  readonly name: FieldName;
  readonly width: number;
  readonly domain: Domain;
  readonly keeping: Keeping;
  readonly rule: string;
}

export interface Layout {
  readonly name: string;
  readonly positions: number;
  /** First and last period that is delivered in this layout. */
  readonly from: number;
  readonly until: number;
  readonly fields: readonly LayoutField[];
}

export type FieldName =
  | 'periode' | 'verantwoordelijke' | 'betalende_gemeente' | 'bsn' | 'geboortedatum' | 'geslacht' | 'gemeente_inschrijving'
  | 'handicapcode_1' | 'handicapcode_2' | 'handicapcode_3' | 'aanvraag_eerste_indicatie' | 'aanvraag_herindicatie'
  | 'indicatiebesluit' | 'afloop_indicatie' | 'besluit_doelgroep' | 'besluit_arbeidshandicap' | 'advies_werkvorm'
  | 'instroom_wachtlijst' | 'uitstroom_wachtlijst' | 'reden_uitstroom_wachtlijst'
  | 'begin_dienstbetrekking' | 'detachering' | 'einde_dienstbetrekking' | 'uren_dienstbetrekking' | 'loon_dienstbetrekking'
  | 'begin_begeleid_werken' | 'einde_begeleid_werken' | 'uren_begeleid_werken' | 'loon_begeleid_werken'
  | 'reden_ontslag' | 'bestemming_uitstroom';

/** Periods of which the end may not lie before the start. */
export const PERIODS: readonly (readonly [FieldName, FieldName])[] = [
  ['indicatiebesluit', 'afloop_indicatie'],
  ['instroom_wachtlijst', 'uitstroom_wachtlijst'],
  ['begin_dienstbetrekking', 'einde_dienstbetrekking'],
  ['begin_begeleid_werken', 'einde_begeleid_werken'],
];
