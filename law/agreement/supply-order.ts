/**
 * Waadi arts 8, 8a, 8b, 9, 9a, 10 and 11 (BWBR0009616): what they ask of lending workers to one hirer, asked of what lender and hirer declare.
 * What nobody declared is a warning and never counts as yes. Whether a fee for direct employment is reasonable (art. 9a) is for a human.
 */
import type { Check, CheckOutcome } from './check.js';

/** As comparable staff of the hirer; COLLECTIVE_AGREEMENT: a collective agreement deviates. */
export type PayRule = 'EQUAL' | 'COLLECTIVE_AGREEMENT';
/** Whether the hirer may employ the worker himself afterwards. */
export type DirectHire = 'FREE' | 'FEE' | 'HINDERED';

/** What lender and hirer say of an order; null: not said. */
export interface SupplyConditions {
  readonly pay: PayRule | null;
  /** Canteen, childcare, transport as the hirer's own staff. */
  readonly facilities: boolean | null;
  readonly vacanciesMadeKnown: boolean | null;
  /** The worker pays for being lent. */
  readonly feeFromWorker: boolean;
  readonly directHire: DirectHire;
  /** Strike or lock-out at the hirer. */
  readonly strike: boolean;
  /** The day on which the required qualifications and the description of risks were handed over. */
  readonly informationOn: string | null;
}

/** In the order of the articles. `from`: first day of the work; `on`: the day of asking. */
export function supplyChecks(conditions: SupplyConditions, from: string, on: string): readonly Check[] {
  const { facilities, vacanciesMadeKnown, feeFromWorker, strike } = conditions;
  return [
    payCheck(conditions.pay),
    declared('Waadi art. 8a', facilities, 'gelijke toegang tot voorzieningen (kantine, kinderopvang, vervoer)'),
    declared('Waadi art. 8b', vacanciesMadeKnown, 'bekendmaking van vacatures aan de werknemers'),
    check('Waadi art. 9', feeFromWorker ? 'REFUSED' : 'MET', feeFromWorker ? 'Van de werknemer mag geen vergoeding worden gevraagd.' : 'De werknemer betaalt niets.'),
    directHireCheck(conditions.directHire),
    check('Waadi art. 10', strike ? 'REFUSED' : 'MET', strike ? 'Tijdens een staking of uitsluiting bij de inlener mag niet worden uitgeleend.' : 'Er is geen staking of uitsluiting gemeld.'),
    informationCheck(conditions.informationOn, from, on),
  ];
}

function check(article: string, outcome: CheckOutcome, text: string): Check {
  return { article, outcome, text };
}

function payCheck(pay: PayRule | null): Check {
  if (pay === null) return check('Waadi art. 8', 'WARNING', 'Niet vastgelegd of beloning en arbeidstijden gelijk zijn aan die bij de inlener.');
  return check('Waadi art. 8', 'MET', pay === 'EQUAL' ? 'Beloning en arbeidstijden zijn gelijk aan die bij de inlener.' : 'Een cao wijkt af van de beloning bij de inlener.');
}

function declared(article: string, said: boolean | null, what: string): Check {
  if (said === null) return check(article, 'WARNING', `Niet vastgelegd: ${what}.`);
  return check(article, said ? 'MET' : 'REFUSED', said ? `Toegezegd: ${what}.` : `Ontbreekt: ${what}.`);
}

function directHireCheck(directHire: DirectHire): Check {
  if (directHire === 'HINDERED') return check('Waadi art. 9a', 'REFUSED', 'Een beding dat de inlener belemmert de werknemer zelf in dienst te nemen, is nietig.');
  if (directHire === 'FREE') return check('Waadi art. 9a', 'MET', 'De inlener mag de werknemer zelf in dienst nemen.');
  return check('Waadi art. 9a', 'HUMAN', 'Er geldt een vergoeding bij indienstneming; of zij redelijk is, beoordeelt een mens.');
}

function informationCheck(informationOn: string | null, from: string, on: string): Check {
  const article = 'Waadi art. 11';
  if (informationOn !== null && informationOn < from) return check(article, 'MET', 'Beroepskwalificaties en risico\'s zijn voor de aanvang verstrekt.');
  if (informationOn !== null) return check(article, 'REFUSED', 'Beroepskwalificaties en risico\'s zijn niet voor de aanvang verstrekt.');
  return check(article, on < from ? 'WARNING' : 'REFUSED', on < from ? 'Beroepskwalificaties en risico\'s moeten voor de aanvang worden verstrekt.' : 'Het werk is begonnen zonder dat beroepskwalificaties en risico\'s zijn verstrekt.');
}
