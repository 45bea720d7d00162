// Guarantees: terms that no negotiation can make right are stopped before anybody is asked to sign them.
// Domain brief 8.2: what the terms hold; a wage percentage is of the statutory wage, supervision is part of the working hours.
import { Big } from 'big.js';
import { impossibleDate } from './client-dates.js';
import type { TermsProposal } from './terms.js';

/** The hirer is looked up elsewhere. */
export type TermsForm = Omit<TermsProposal, 'hirer'>;

const MAX_TEXT = 200;
const MAX_NOTICE_MONTHS = 12;
const MAX_FEE = '500';
const DECIMALS = 2;

/** A Dutch sentence about the first thing that is wrong, on the business date; null when the form is right. */
export function wrongTermsForm(wish: TermsForm, adaptationCodes: ReadonlySet<string>, on: string): string | null {
  return wrongPeriod(wish, on) ?? wrongTexts(wish, adaptationCodes) ?? wrongAmounts(wish);
}

function wrongPeriod({ from, until, trialUntil, noticeMonths }: TermsForm, on: string): string | null {
  if (until !== null && until < from) return 'De einddatum ligt voor de begindatum.';
  if (trialUntil !== null && (trialUntil < from || (until !== null && trialUntil > until))) return 'De proefperiode valt buiten de afspraak.';
  if (noticeMonths !== null && (noticeMonths < 0 || noticeMonths > MAX_NOTICE_MONTHS)) return `De opzegtermijn is 0 tot ${MAX_NOTICE_MONTHS} maanden.`;
  return impossibleDate([from, until, trialUntil], on);
}

function wrongTexts({ adaptations, function: work, location }: TermsForm, adaptationCodes: ReadonlySet<string>): string | null {
  if (adaptations?.some((code) => !adaptationCodes.has(code))) return 'Een aanpassing staat niet in het register.';
  if (work !== null && (work.trim() === '' || work.length > MAX_TEXT)) return `Een functie telt 1 tot ${MAX_TEXT} tekens.`;
  return location !== null && location.length > MAX_TEXT ? `Een locatie telt ten hoogste ${MAX_TEXT} tekens.` : null;
}

function wrongAmounts(wish: TermsForm): string | null {
  const { hoursPerWeek, supervisionHoursPerWeek: supervision, secondmentFeePerHour: fee, wagePercentage: wage, transportCostPerWeek: transport } = wish;
  if ([supervision, fee, wage, transport].some((amount) => amount?.startsWith('-'))) return 'Een bedrag of aantal is niet negatief.';
  if ([hoursPerWeek, fee, transport].some((amount) => amount !== null && !hasFewDecimals(amount))) return `Uren en bedragen hebben ten hoogste ${DECIMALS} decimalen.`;
  if (new Big(hoursPerWeek).lte(0)) return 'Het aantal uren per week is meer dan nul.';
  if (supervision !== null && new Big(supervision).gt(hoursPerWeek)) return 'De begeleiding telt niet meer uren dan het werk.';
  if (wage !== null && new Big(wage).gt(100)) return 'Het loonpercentage is 0 tot 100.';
  return fee !== null && new Big(fee).gt(MAX_FEE) ? `De inleenvergoeding is ten hoogste ${MAX_FEE} euro per uur.` : null;
}

function hasFewDecimals(amount: string): boolean {
  return new Big(amount).round(DECIMALS).eq(amount);
}
