/** Regeling statistiek Participatiewet, IOAW en IOAZ, annex 3 (text of 2015): claims, fines and sanctions (BDFS), 27 items of which item 12 has two dates; one row here is one debtor of one claim. */
import type { ValueField, ValueRule, ValueTable } from '../value-tables/value-table.js';
import { notBefore, onlyFor } from '../value-tables/value-rules.js';
import { BENEFITS, CORRECTIONS, FINE_HEIGHTS, GROUNDS_BEFORE_2013, GROUNDS_SINCE_2013, PACKAGES, SANCTIONS, STATUSES } from './bdfs-codes.js';

const DATE = { kind: 'date' } as const;
const YES_NO = { 1: 'ja', 2: 'nee' } as const;
const NO_AMOUNT = '9999999';
const NEW_GROUNDS_SINCE = '20130101';
const MAINTENANCE = ['62', '63', '21'];
const FRAUD_FINE = ['58'];
/** Until 2013 one ground was not told from fraud, so that it may have a sanction. */
const FRAUD = ['51', '52', '53', '54', '55', '56', '81'];

const FIELDS: readonly ValueField[] = [
  { item: '1', name: 'statistiekjaar', title: 'Statistiekjaar', domain: { kind: 'year' }, required: true },
  { item: '2', name: 'statistiekmaand', title: 'Statistiekmaand', domain: { kind: 'month' }, required: true },
  { item: '3', name: 'statistiekcode', title: 'Statistiekcode', domain: { kind: 'code', codes: { '06': 'BDFS' } }, required: true },
  { item: '4', name: 'berichtgever', title: 'Berichtgevercode', domain: { kind: 'digits', width: 4 }, required: true },
  { item: '5', name: 'gemeentecode', title: 'CBS-gemeentecode', domain: { kind: 'digits', width: 4 }, required: true },
  { item: '6', name: 'softwarepakket', title: 'Naam softwarepakket', domain: { kind: 'code', codes: PACKAGES } },
  { item: '7', name: 'release', title: 'Release- of versienummer', domain: { kind: 'text', most: 12 } },
  { item: '8', name: 'registratienummer', title: 'Registratienummer vordering', domain: { kind: 'number', width: 15 } },
  { item: '9', name: 'datum_besluit', title: 'Datum besluit', domain: DATE },
  { item: '10', name: 'aard_uitkering', title: 'Aard uitkering', domain: { kind: 'code', codes: BENEFITS } },
  { item: '11', name: 'ontstaansgrond', title: 'Ontstaansgrond vordering', domain: { kind: 'code', codes: { ...GROUNDS_SINCE_2013, ...GROUNDS_BEFORE_2013 } } },
  { item: '12a', name: 'begin_vordering', title: 'Begindatum vordering', domain: DATE },
  { item: '12b', name: 'einde_vordering', title: 'Einddatum vordering', domain: DATE },
  { item: '13', name: 'beginschuld', title: 'Hoogte beginschuld', domain: { kind: 'number', width: 6 } },
  { item: '14', name: 'reden_correctie', title: 'Reden correctie schuldbedrag', domain: { kind: 'code', codes: CORRECTIONS } },
  { item: '15', name: 'correctie', title: 'Hoogte correctiebedrag', domain: { kind: 'signed', width: 6, none: NO_AMOUNT } },
  { item: '16', name: 'status', title: 'Status vordering', domain: { kind: 'code', codes: STATUSES } },
  { item: '17', name: 'saldo', title: 'Saldo schuld', domain: { kind: 'signed', width: 6 } },
  { item: '18', name: 'ontvangen', title: 'Totaal ontvangen bedrag', domain: { kind: 'signed', width: 6, none: NO_AMOUNT } },
  { item: '19', name: 'bsn_ontvanger', title: 'Burgerservicenummer uitkeringsontvanger', domain: { kind: 'bsn' } },
  { item: '20', name: 'recidive', title: 'Recidive', domain: { kind: 'code', codes: YES_NO } },
  { item: '21', name: 'robuuste_incasso', title: 'Robuuste incasso toegepast', domain: { kind: 'code', codes: { ...YES_NO, 9: 'niet van toepassing' } } },
  { item: '22', name: 'hoogte_boete', title: 'Hoogte bestuurlijke boete', domain: { kind: 'code', codes: FINE_HEIGHTS } },
  { item: '23', name: 'sanctie', title: 'Soort sanctie', domain: { kind: 'code', codes: SANCTIONS } },
  { item: '24', name: 'zaaksnummer', title: 'Zaaksnummer', domain: { kind: 'number', width: 9, none: '999999999' } },
  { item: '25', name: 'bsn_debiteur', title: 'Burgerservicenummer debiteur', domain: { kind: 'bsn' } },
  { item: '26', name: 'geboortedatum_debiteur', title: 'Geboortedatum debiteur', domain: DATE },
  { item: '27', name: 'geslacht_debiteur', title: 'Geslacht debiteur', domain: { kind: 'code', codes: { 1: 'man', 2: 'vrouw' } } },
];

const groundOfItsTime: ValueRule = {
  name: 'ground-of-another-time', field: 'ontstaansgrond', reads: ['datum_besluit', 'ontstaansgrond'], text: 'Deze ontstaansgrond hoort niet bij de datum van het besluit: sinds 1 januari 2013 gelden 51 tot en met 65.',
  broken: (value) => value('datum_besluit') !== '' && value('ontstaansgrond') !== '' && Object.hasOwn(GROUNDS_SINCE_2013, value('ontstaansgrond')) !== (value('datum_besluit') >= NEW_GROUNDS_SINCE),
};

export const BDFS: ValueTable = {
  name: 'bdfs',
  title: 'Statistiek vorderingen, boeten en sancties gemeenten',
  fields: FIELDS,
  rules: [
    groundOfItsTime,
    notBefore('begin_vordering', 'einde_vordering'),
    onlyFor('bsn_ontvanger', 'ontstaansgrond', MAINTENANCE, 'De uitkeringsontvanger staat er alleen bij een onderhoudsbijdrage.'),
    ...['recidive', 'robuuste_incasso', 'hoogte_boete'].map((field) => onlyFor(field, 'ontstaansgrond', FRAUD_FINE, 'Dit kenmerk hoort alleen bij een boete wegens fraude (58).')),
    ...['sanctie', 'zaaksnummer'].map((field) => onlyFor(field, 'ontstaansgrond', FRAUD, 'Dit kenmerk hoort alleen bij een fraudevordering.')),
  ],
};
