/** Regeling uitvoering sw en begeleid werken, annex to art. 11: the groups of fields that both layouts have in the same order and width. */
import type { Part } from './wsw-field.js';

const DATE = { kind: 'date' } as const;
/** The regulation has no bound; a week with more hours than the Arbeidstijdenwet allows is a typing mistake. */
const HOURS = { kind: 'integer', to: 60 } as const;
const PERCENTAGE = { kind: 'integer', to: 100 } as const;

export const PERIOD: Part = { name: 'periode', width: 5, domain: { kind: 'half-year' }, supplier: 'delivery', title: 'Statistiekjaar en halfjaarsperiode' };
export const RESPONSIBLE: Part = { name: 'verantwoordelijke', width: 5, domain: { kind: 'digits', required: true }, supplier: 'delivery', title: 'Verantwoordelijke gemeente of WGR-verband' };
export const PAYER: Part = { name: 'betalende_gemeente', width: 4, domain: { kind: 'municipality' }, supplier: 'payer', title: 'Betalende gemeente' };
export const BSN: Part = { name: 'bsn', width: 9, domain: { kind: 'bsn' }, supplier: 'residence', title: 'Burgerservicenummer' };
export const BIRTH_DATE: Part = { name: 'geboortedatum', width: 8, domain: { kind: 'date', required: true }, supplier: 'residence', title: 'Geboortedatum' };
export const SEX: Part = { name: 'geslacht', width: 1, domain: { kind: 'code', codes: { 1: 'man', 2: 'vrouw' }, required: true }, supplier: 'residence', title: 'Geslacht' };
export const REGISTERED: Part = { name: 'gemeente_inschrijving', width: 4, domain: { kind: 'municipality', required: true }, supplier: 'residence', title: 'Huidige gemeente van inschrijving' };

/** The list of codes was not found, so no code is refused (health data: AVG art. 9). */
export const HANDICAP: readonly Part[] = ([1, 2, 3] as const).map((number) => ({
  name: `handicapcode_${number}`, width: 3, domain: { kind: 'digits' }, supplier: 'residence', title: `Handicapcode (${number})`,
}));

export const INDICATION: readonly Part[] = [
  { name: 'aanvraag_eerste_indicatie', width: 8, domain: DATE, supplier: 'residence', title: 'Datum aanvraag eerste indicatie' },
  { name: 'aanvraag_herindicatie', width: 8, domain: DATE, supplier: 'residence', title: 'Datum aanvraag herindicatie' },
  { name: 'indicatiebesluit', width: 8, domain: DATE, supplier: 'residence', title: 'Datum indicatiebesluit' },
  { name: 'afloop_indicatie', width: 8, domain: DATE, supplier: 'residence', title: 'Datum afloop geldigheidsduur indicatie' },
  { name: 'besluit_doelgroep', width: 1, domain: { kind: 'code', codes: { 1: 'ja', 2: 'nee: onderzijde', 3: 'nee: bovenzijde' } }, supplier: 'residence', title: 'Besluit doelgroep' },
  { name: 'besluit_arbeidshandicap', width: 1, domain: { kind: 'code', codes: { 1: 'licht (niet sinds 2005)', 2: 'matig', 3: 'ernstig' } }, supplier: 'residence', title: 'Besluit arbeidshandicap' },
  { name: 'advies_werkvorm', width: 1, domain: { kind: 'code', codes: { 1: 'begeleid werken', 2: 'niet begeleid werken' } }, supplier: 'residence', title: 'Advies werkvorm' },
];

export const CONTRACT: readonly Part[] = [
  { name: 'begin_dienstbetrekking', width: 8, domain: DATE, supplier: 'payer', title: 'Begindatum dienstbetrekking' },
  { name: 'detachering', width: 1, domain: { kind: 'code', codes: { 1: 'geen', 2: 'individueel', 3: 'groep' } }, supplier: 'payer', title: 'Detachering' },
  { name: 'einde_dienstbetrekking', width: 8, domain: DATE, supplier: 'payer', title: 'Einddatum dienstbetrekking' },
  { name: 'uren_dienstbetrekking', width: 2, domain: HOURS, supplier: 'payer', title: 'Uren per week dienstbetrekking' },
  { name: 'loon_dienstbetrekking', width: 3, domain: PERCENTAGE, supplier: 'payer', title: 'Percentage uitbetaalde contractloon dienstbetrekking' },
];

export const SUPERVISED: readonly Part[] = [
  { name: 'begin_begeleid_werken', width: 8, domain: DATE, supplier: 'payer', title: 'Begindatum begeleid werken' },
  { name: 'einde_begeleid_werken', width: 8, domain: DATE, supplier: 'payer', title: 'Einddatum begeleid werken' },
  { name: 'uren_begeleid_werken', width: 2, domain: HOURS, supplier: 'payer', title: 'Uren per week begeleid werken' },
  { name: 'loon_begeleid_werken', width: 3, domain: PERCENTAGE, supplier: 'payer', title: 'Percentage uitbetaalde contractloon begeleid werken' },
];

export const DISMISSAL: Part = {
  name: 'reden_ontslag', width: 1, supplier: 'payer', title: 'Reden ontslag werknemersbestand',
  domain: {
    kind: 'code',
    codes: {
      1: 'te weinig medewerking aan arbeidsbekwaamheid of werk', 2: 'te weinig medewerking aan herindicatie', 3: 'niet meer in de doelgroep', 4: 'eigen verzoek', 5: 'overig',
      6: 'einde proeftijd', 7: 'einde bepaalde tijd', 8: 'overlijden, twee jaar ziek of (vervroegd) pensioen', 9: 'onbekend',
    },
  },
};

const DESTINATIONS = {
  '01': 'regulier werk', '02': 'Wsw-plaats elders', '04': 'participatievoorziening', '05': 'AWBZ', '06': 'uitkering ziekte of arbeidsongeschiktheid', '07': 'VUT of pensioen',
  '08': 'overig', '09': 'overlijden', '10': 'bijstand of werkloosheid', '11': 'onbekend',
} as const;

/** What 03 means is the difference between the texts: the waiting list until 2014, no Wsw place since. */
export function destination(meaningOf03: string): Part {
  return { name: 'bestemming_uitstroom', width: 2, domain: { kind: 'code', codes: { ...DESTINATIONS, '03': meaningOf03 } }, supplier: 'payer', title: 'Bestemming uitstroom werknemersbestand' };
}
