// Guarantees: the dates and amounts that a contract of employment brings along stand beside the terms before anybody signs them.
// BW arts 7:655, 7:668 and 7:672; Participatiewet arts 8a lid 2 and 10d; domain brief 2.5, 2.12, 8.4 row 17.
import { tellBefore } from '#law/agreement/fixed-term-notice.js';
import { endByNotice, noticeMonths } from '#law/agreement/notice.js';
import { statementDue } from '#law/agreement/statement-of-terms.js';
import { trialStanding, type TrialStanding } from '#law/agreement/trial-placement.js';
import { wageCostSubsidy } from '#law/agreement/wage-cost-subsidy.js';
import { findParameter, type Parameter } from '#law/parameters.js';
import { notice, type Check } from './check.js';
import { dutchDate, dutchNumber } from './dutch.js';
import type { WorkForm } from './matching.js';
import type { TermsQuestion } from './terms-checks.js';

interface Ground {
  readonly parameters: readonly Parameter[];
  /** Business date. */
  readonly on: string;
}

/** In these the terms are the contract of employment; in the others the worker stays with his employer. */
const OWN_CONTRACT: readonly WorkForm[] = ['SUPERVISED_EMPLOYMENT', 'NEW_SHELTERED'];

export function contractChecks(question: TermsQuestion, ground: Ground): readonly Check[] {
  return [statementCheck(question), ...fixedTermChecks(question, ground), ...noticeChecks(question), ...trialChecks(question, ground), ...wageCostChecks(question, ground)];
}

function isOwnContract({ terms }: TermsQuestion): boolean {
  return OWN_CONTRACT.includes(terms.workForm);
}

function statementCheck({ terms }: TermsQuestion): Check {
  const due = dutchDate(statementDue(terms.from));
  return notice('STATEMENT_OF_TERMS', 'BW art. 7:655', 'INFO', `De werknemer heeft uiterlijk op ${due} op schrift wat voor hem geldt of verandert. Digitaal mag alleen als hij daarmee uitdrukkelijk instemt.`);
}

/** The contract that ends: that of the terms, or else the employment. A warning from the day on which it must have been told. */
function fixedTermChecks(question: TermsQuestion, { on }: Ground): Check[] {
  const { terms, facts: { employment } } = question;
  const from = isOwnContract(question) ? terms.from : (employment.from ?? terms.from);
  const until = isOwnContract(question) ? terms.until : employment.until;
  const due = tellBefore(from, until);
  if (due === null) return [];
  const text = `De werkgever zegt uiterlijk op ${dutchDate(due)} schriftelijk of het contract doorgaat. Zegt hij niets, dan betaalt hij een maandloon; is hij te laat, een deel daarvan.`;
  return [notice('FIXED_TERM_NOTICE', 'BW art. 7:668', due <= on ? 'WARNING' : 'INFO', text)];
}

/** A contract begins here, so there are no years of service yet. */
function noticeChecks(question: TermsQuestion): Check[] {
  if (!isOwnContract(question)) return [];
  const { terms } = question;
  const least = noticeMonths('EMPLOYER', terms.from, terms.from);
  const first = dutchDate(endByNotice(terms.from, terms.noticeMonths));
  if (terms.noticeMonths < least) return [notice('NOTICE', 'BW art. 7:672', 'WARNING', `De opzegtermijn is korter dan de wettelijke van ${least} maand voor de werkgever; dat kan alleen bij cao.`)];
  return [notice('NOTICE', 'BW art. 7:672', 'INFO', `Opzeggen gaat tegen het einde van een maand. Wie op de eerste dag opzegt, eindigt op ${first}. Na vijf, tien en vijftien jaar is de termijn van de werkgever een maand langer.`)];
}

const TRIAL_TEXTS: Record<TrialStanding, string> = {
  SHORT: 'De proefplaatsing past binnen de termijn van de wet.',
  BY_ORDINANCE: 'Zo lang kan een proefplaatsing alleen als de verordening van de gemeente dat toestaat.',
  TOO_LONG: 'De proefplaatsing is langer dan de wet kent.',
};
const TRIAL_ARTICLE = 'Participatiewet art. 8a lid 2 onder d';

function trialChecks({ terms }: TermsQuestion, { parameters }: Ground): Check[] {
  if (terms.trialUntil === null) return [];
  if (terms.workForm !== 'NEW_SHELTERED') return [notice('TRIAL', TRIAL_ARTICLE, 'WARNING', 'Proefplaatsing is er voor wie een uitkering heeft. Bij werk op grond van de Wsw kan een proefperiode alleen als de cao die kent; dat is niet nagegaan.')];
  const months = findParameter(parameters, 'TRIAL_PLACEMENT_MONTHS', terms.from);
  const more = findParameter(parameters, 'TRIAL_PLACEMENT_EXTRA_MONTHS', terms.from);
  if (!months || !more) return [];
  const standing = trialStanding(terms.from, terms.trialUntil, months.value, more.value);
  return [notice('TRIAL', TRIAL_ARTICLE, standing === 'SHORT' ? 'INFO' : 'WARNING', TRIAL_TEXTS[standing])];
}

/** How high the subsidy can be at most; the worth of somebody's work is not in the terms. */
function wageCostChecks({ terms }: TermsQuestion, { parameters }: Ground): Check[] {
  if (terms.subsidy !== 'WAGE_COST') return [];
  const rows = ['MINIMUM_WAGE_MONTH', 'MINIMUM_HOLIDAY_PERCENT', 'WAGE_COST_MAX_PERCENT', 'WAGE_COST_CHARGES_PERCENT', 'WAGE_COST_FULL_WEEK'].map((name) => findParameter(parameters, name, terms.from));
  const [wage, holiday, most, charges, week] = rows;
  const rule = 'De hoogte volgt uit de loonwaarde en wordt elk jaar op 1 januari opnieuw bepaald.';
  if (!wage || !holiday || !most || !charges || !week) return [notice('WAGE_COST_AMOUNT', 'Participatiewet art. 10d', 'INFO', rule)];
  const given = { minimumWagePerMonth: wage.value, holidayPercent: holiday.value, maxPercent: most.value, chargesPercent: charges.value, fullWeekHours: week.value };
  const { subsidy, charges: over } = wageCostSubsidy('0', terms.hoursPerWeek, given);
  const doubt = rows.every((row) => row?.verified) ? '' : ' Het minimumloon en de andere cijfers hierachter zijn niet alle nagegaan.';
  return [notice('WAGE_COST_AMOUNT', 'Participatiewet art. 10d', 'INFO', `De subsidie is ten hoogste ${dutchNumber(subsidy)} euro per maand en ${dutchNumber(over)} euro voor werkgeverslasten. ${rule}${doubt}`)];
}
