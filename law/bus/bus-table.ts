/** Regeling statistiek Participatiewet, IOAW en IOAZ, annex 1 (text of 2015): the statistics of benefits (BUS), 34 fields; one row here is one person of one benefit with one kind of income. */
import type { ValueField, ValueTable } from '../value-tables/value-table.js';
import { notBefore, onlyFor, onlyWith } from '../value-tables/value-rules.js';
import { COST_CLUSTERS, ENDS, EXEMPTION_ENDS, EXEMPTIONS, HOUSEHOLDS, HOUSING, INCOMES, PACKAGES, REDUCTIONS, SCHEMES, SELF_EMPLOYED } from './bus-codes.js';

const DATE = { kind: 'date' } as const;
const SELF_EMPLOYED_SCHEME = '14';
const SPECIAL_ASSISTANCE = ['11', '12'];

const FIELDS: readonly ValueField[] = [
  { item: '1', name: 'statistiekjaar', title: 'Statistiekjaar', domain: { kind: 'year' }, required: true },
  { item: '2', name: 'statistiekmaand', title: 'Statistiekmaand', domain: { kind: 'month' }, required: true },
  { item: '3', name: 'berichtgever', title: 'Berichtgevercode', domain: { kind: 'digits', width: 4 }, required: true },
  { item: '4', name: 'gemeentecode', title: 'CBS-gemeentecode', domain: { kind: 'digits', width: 4 }, required: true },
  { item: '5', name: 'softwarepakket', title: 'Naam softwarepakket', domain: { kind: 'code', codes: PACKAGES } },
  { item: '6', name: 'release', title: 'Release- of versienummer', domain: { kind: 'text', most: 12 } },
  { item: '7', name: 'registratienummer', title: 'Registratienummer uitkering', domain: { kind: 'text', most: 15 } },
  { item: '8', name: 'statistiekcode', title: 'Statistiekcode', domain: { kind: 'code', codes: SCHEMES } },
  { item: '9', name: 'classificatie_bbz', title: 'Nadere classificatie BBZ', domain: { kind: 'code', codes: SELF_EMPLOYED } },
  { item: '10', name: 'leefvorm', title: 'Leefvorm', domain: { kind: 'code', codes: HOUSEHOLDS } },
  { item: '11', name: 'kostendelers', title: 'Aantal kostendelers', domain: { kind: 'number', width: 2 } },
  { item: '12', name: 'norm', title: 'Bijstandsnorm of grondslag, met vakantietoeslag', domain: { kind: 'number', width: 4 } },
  { item: '13', name: 'vermindering_afstemming', title: 'Vermindering door afstemming, met vakantietoeslag', domain: { kind: 'signed', width: 4 } },
  { item: '14', name: 'inkomsten_uitkering', title: 'Inkomsten bij de uitkering, met vakantietoeslag', domain: { kind: 'signed', width: 4 } },
  { item: '15', name: 'betaalbaar_gesteld', title: 'Betaalbaar gesteld bedrag, zonder vakantietoeslag', domain: { kind: 'number', width: 6 } },
  { item: '16', name: 'datum_administratie', title: 'Datum invoering administratie', domain: DATE },
  { item: '17', name: 'cluster_bijzondere_bijstand', title: 'Cluster bijzondere bijstand', domain: { kind: 'code', codes: COST_CLUSTERS } },
  { item: '18', name: 'bsn', title: 'Burgerservicenummer', domain: { kind: 'bsn' } },
  { item: '19', name: 'geboortedatum', title: 'Geboortedatum', domain: DATE },
  { item: '20', name: 'geslacht', title: 'Geslacht', domain: { kind: 'code', codes: { 1: 'man', 2: 'vrouw' } } },
  { item: '21', name: 'huisvesting', title: 'Huisvesting', domain: { kind: 'code', codes: HOUSING } },
  { item: '22', name: 'begin_uitkering', title: 'Aanvangsdatum uitkering persoon', domain: DATE },
  { item: '23', name: 'einde_uitkering', title: 'Einddatum uitkering persoon', domain: DATE },
  { item: '24', name: 'ontheffing', title: 'Ontheffing arbeidsverplichting', domain: { kind: 'code', codes: EXEMPTIONS } },
  { item: '25', name: 'einde_ontheffing', title: 'Einddatum ontheffing', domain: DATE },
  { item: '26', name: 'reden_einde_ontheffing', title: 'Reden beëindiging of opschorting ontheffing', domain: { kind: 'code', codes: EXEMPTION_ENDS } },
  {
    item: '27', name: 'tegenprestatie', title: 'Uitvoering tegenprestatie', domain: { kind: 'code', codes: { 1: 'ja', 2: 'nee' } },
    doubt: 'De bijlage drukt voor ja en voor nee dezelfde code 1: kennelijk een drukfout. Hier is nee 2; vraag de bewerker voordat u levert.',
  },
  { item: '28', name: 'reden_vermindering', title: 'Reden vermindering door afstemming', domain: { kind: 'code', codes: REDUCTIONS } },
  { item: '29', name: 'begin_vermindering', title: 'Aanvangsdatum vermindering', domain: DATE },
  { item: '30', name: 'einde_vermindering', title: 'Einddatum vermindering', domain: DATE },
  { item: '31', name: 'soort_inkomsten', title: 'Soort inkomsten', domain: { kind: 'code', codes: INCOMES } },
  { item: '32', name: 'inkomsten_persoon', title: 'Inkomsten persoon, met vakantietoeslag', domain: { kind: 'signed', width: 4 } },
  { item: '33', name: 'vrijlating', title: 'Vrijlating inkomsten', domain: { kind: 'code', codes: { 1: 'ja', 2: 'nee' } } },
  { item: '34', name: 'reden_einde_uitkering', title: 'Reden beëindiging uitkering persoon', domain: { kind: 'code', codes: ENDS } },
];

export const BUS: ValueTable = {
  name: 'bus',
  title: 'Bijstandsuitkeringsstatistiek',
  fields: FIELDS,
  rules: [
    notBefore('begin_uitkering', 'einde_uitkering'),
    notBefore('begin_vermindering', 'einde_vermindering'),
    onlyWith('reden_einde_uitkering', 'einde_uitkering', 'Er is een reden van beëindiging zonder einddatum.'),
    onlyWith('einde_vermindering', 'begin_vermindering', 'Er is een einddatum van een vermindering zonder aanvangsdatum.'),
    onlyWith('vrijlating', 'soort_inkomsten', 'De vrijlating hoort bij een soort inkomsten.'),
    onlyFor('classificatie_bbz', 'statistiekcode', [SELF_EMPLOYED_SCHEME], 'De nadere classificatie hoort bij BBZ (14).'),
    onlyFor('cluster_bijzondere_bijstand', 'statistiekcode', SPECIAL_ASSISTANCE, 'Een cluster hoort bij bijzondere bijstand (11 of 12).'),
  ],
};
