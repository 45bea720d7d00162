/**
 * Which text settles labour years and money between state and municipalities in a year. Wsw arts 8-10 as in force from 2008 to 2014
 * (BWBR0008903, texts of 2011 and 2013-01-01 read); the text of 2015-07-01 has no arts 8-10 any more. Other years: no text was read.
 */

export interface RuleSet {
  readonly id: 'wsw-2008' | 'wsw-2015' | 'none';
  /** Dutch, for the screen. */
  readonly text: string;
  /** True: the fee between municipalities, the minimum and the clawback follow from the Wsw. False: only what bodies agreed holds. */
  readonly settlesByLaw: boolean;
  /** Calendar years, both included; null: no bound. */
  readonly from: number | null;
  readonly until: number | null;
}

const BEFORE: RuleSet = {
  id: 'none', from: null, until: 2007, settlesByLaw: false,
  text: 'Voor jaren vóór 2008 is geen wettekst nagegaan; er wordt niets berekend dat bindt.',
};
const WSW_2008: RuleSet = {
  id: 'wsw-2008', from: 2008, until: 2014, settlesByLaw: true,
  text: 'Wsw artikelen 8 tot en met 10 (2008–2014): minimumaantal arbeidsjaren, rijksuitkering, terugvordering en vergoeding na verhuizing volgen uit de wet.',
};
const WSW_2015: RuleSet = {
  id: 'wsw-2015', from: 2015, until: 2015, settlesByLaw: false,
  text: 'Wsw vanaf 2015: de artikelen 8 tot en met 10 zijn vervallen en het geld zit in het participatiebudget; gemeenten verrekenen alleen wat zij afspraken.',
};
const AFTER: RuleSet = {
  id: 'none', from: 2016, until: null, settlesByLaw: false,
  text: 'Voor jaren na 2015 is geen wettekst nagegaan; gemeenten verrekenen alleen wat zij afspraken.',
};
const RULE_SETS: readonly RuleSet[] = [BEFORE, WSW_2008, WSW_2015, AFTER];

export function ruleSetOf(year: number): RuleSet {
  const found = RULE_SETS.find(({ from, until }) => (from === null || from <= year) && (until === null || year <= until));
  if (!found || !Number.isInteger(year)) throw new RangeError(`no calendar year: ${year}`);
  return found;
}
