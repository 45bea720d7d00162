/** DDAS v1.0: what a file has in it, field by field. Written from the model's description, not copied from its schema file, whose licence is not known. */
import { CREDITOR_KINDS, DECISIONS, GUIDANCE, OUTFLOWS, SEXES, SOLUTIONS } from './codes.js';
import { count, date, dateTime, list, may, must, oneOf, record, type Shape, text, textLike, wholeEuros, yesOrNo } from './shapes.js';

const period = { startdatum: may(date), einddatum: may(date) };
const postcode = textLike(/^[1-9]\d{3} ?[A-Z]{2}$/, 'postcode', 'Een postcode is vier cijfers en twee letters.');
const chamberNumber = textLike(/^\d{8}$/, 'kvk-nummer', 'Een KvK-nummer heeft acht cijfers.');
const municipality = textLike(/^(GM)?\d{4}$/, 'gemeentecode', 'Een gemeentecode is de vier cijfers van het CBS, met of zonder GM.');
/** A partnership that does not know for whom it works may say so, which makes the trajectory of little use to the statistic. */
const responsible = textLike(/^((GM)?\d{4}|Onbekend)$/, 'gemeentecode', 'Een gemeentecode is de vier cijfers van het CBS, met of zonder GM.');
const number = textLike(/^\d{9}$/, 'burgerservicenummer', 'Een burgerservicenummer heeft negen cijfers.');
const values = (codes: Readonly<Record<string, string>>): Shape => oneOf(Object.values(codes));

const organisation = record({
  '(Statutaire) Naam': may(text),
  'KvK-nummer': may(chamberNumber),
  postcode: may(postcode),
  gemeentecode: may(municipality),
  contactpersonen: may(list(record({ naam: may(text), telefoonnummer: may(text), email: may(text), functietitel: may(text) }))),
});

const client = record({
  Burgerservicenummer: may(number),
  Geboortedatum: may(date),
  Geslachtsaanduiding: may(oneOf(SEXES)),
  Postcode: may(postcode),
  Huisnummer: may(text),
  Huisnummertoevoeging: may(text),
});

const debt = record({
  bedrag: may(wholeEuros),
  peildatum: may(date),
  schuldsoort: may(values(CREDITOR_KINDS)),
  zakelijkeSchuld: may(yesOrNo),
  schuldeiser: must(record({ naam: may(text), KVKnummer: may(chamberNumber), postcode: may(postcode), privepersoon: may(yesOrNo) })),
});

const phases = {
  aanmelding: may(record({ ...period, crisisinterventie: may(yesOrNo) })),
  intake: may(record({ ...period, beschikkingsdatum: may(date), beschikkingssoort: may(values(DECISIONS)) })),
  planVanAanpak: may(record({ datumAfronding: may(date) })),
  stabilisatie: may(record(period)),
  schuldregeling: may(record({ datum: may(date), toegekend: may(date), afgewezen: may(date), ingetrokken: may(date), dwangakkoord: may(yesOrNo), datumVerzoekDwangakkoord: may(date) })),
  oplossing: may(record({ ...period, soort: may(values(SOLUTIONS)), vtlb: may(wholeEuros) })),
  nazorg: may(record(period)),
  informatieEnAdvies: may(record(period)),
  uitstroom: may(record({ omschrijving: may(text), datum: may(date), reden: may(values(OUTFLOWS)), datumBeeindigingsbeschikking: may(date) })),
};

export const trajectoryShape: Shape = record({
  gemeentecode: must(responsible),
  omschrijving: may(text),
  startdatum: may(date),
  einddatum: may(date),
  toekenningsdatum: may(date),
  totaalSchuldbedragBijAanvangSchuld: may(wholeEuros),
  ...phases,
  begeleiding: may(list(record({ ...period, soort: may(values(GUIDANCE)) }))),
  crisisinterventies: may(list(record(period))),
  moratoria: may(list(record({ ...period, datumAanvraag: may(date), datumGoedkeuring: may(date) }))),
  voorlopigeVoorzieningen: may(list(record(period))),
  schulden: may(list(debt)),
  client: may(list(client, 1, 2)),
});

const anything: Shape = () => [];

/** Without what is in the trajectories, each of which is judged by itself. */
export const deliveryShape: Shape = record({
  startdatumLevering: must(date),
  einddatumLevering: must(date),
  aanleverdatumEnTijd: must(dateTime),
  codeGegevensleverancier: must(text),
  leveringen: must(list(record({ teller: must(count), aanleverende_organisatie: must(organisation), schuldhulptrajecten: may(list(anything)) }), 1)),
});
