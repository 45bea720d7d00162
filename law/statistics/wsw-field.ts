/**
 * Regeling uitvoering sw en begeleid werken, annex to art. 11 (BWBR0023158): the form of a layout of the Statistiek Wsw, as data. One row
 * for each field, in the order of the record; what a field may hold is read from the table and nowhere else. Digits only; zeros: not applicable.
 */

export type Domain =
  | { readonly kind: 'half-year' }
  | { readonly kind: 'bsn' }
  | { readonly kind: 'digits'; readonly required?: boolean }
  | { readonly kind: 'date'; readonly required?: boolean }
  | { readonly kind: 'municipality'; readonly required?: boolean }
  /** Code as it is written in the record, with its meaning in Dutch. */
  | { readonly kind: 'code'; readonly codes: Readonly<Record<string, string>>; readonly required?: boolean }
  | { readonly kind: 'integer'; readonly to: number };

/** Who knows the value: the municipality of registration the indication, the paying side the work (explanatory note to the annex). */
export type Supplier = 'delivery' | 'residence' | 'payer';

export interface WswField {
  readonly number: number;
  readonly name: FieldName;
  readonly width: number;
  readonly domain: Domain;
  readonly supplier: Supplier;
  /** Name of the field in Dutch. */
  readonly title: string;
}

export interface Layout {
  readonly name: '2008' | '2015';
  readonly positions: number;
  /** First and last half-year (`jjjjh`) that is delivered in this layout. */
  readonly from: number;
  readonly until: number;
  readonly fields: readonly WswField[];
}

export const FIELD_NAMES = [
  'periode', 'verantwoordelijke', 'betalende_gemeente', 'bsn', 'geboortedatum', 'geslacht', 'gemeente_inschrijving',
  'handicapcode_1', 'handicapcode_2', 'handicapcode_3', 'aanvraag_eerste_indicatie', 'aanvraag_herindicatie',
  'indicatiebesluit', 'afloop_indicatie', 'besluit_doelgroep', 'besluit_arbeidshandicap', 'advies_werkvorm',
  'instroom_wachtlijst', 'uitstroom_wachtlijst', 'reden_uitstroom_wachtlijst',
  'begin_dienstbetrekking', 'detachering', 'einde_dienstbetrekking', 'uren_dienstbetrekking', 'loon_dienstbetrekking',
  'begin_begeleid_werken', 'einde_begeleid_werken', 'uren_begeleid_werken', 'loon_begeleid_werken',
  'reden_ontslag', 'bestemming_uitstroom',
] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

export type Part = Omit<WswField, 'number'>;

/** The number of a field is its place in the record. */
export function numbered(parts: readonly Part[]): WswField[] {
  return parts.map((part, index) => ({ number: index + 1, ...part }));
}
