// Guarantees: whoever agrees on a secondment reads what lender and hirer owe the worker, and how much supervision and which fee the terms have.
// Waadi arts 7a to 11; Wsw art. 5; Besluit uitvoering sw en begeleid werken, annex ad 10; domain brief 2.12.
import { equalPay } from '#law/agreement/equal-treatment.js';
import { secondmentDuties, type Duty, type DutyCode } from '#law/agreement/secondment-duties.js';
import { isTooMuchSupervision, supervisionShare } from '#law/agreement/supervision.js';
import { parameterOn, type Parameter } from '#law/parameters.js';
import { notice, type Check } from './check.js';
import { dutchDate, dutchNumber } from './dutch.js';
import { isSecondment, type TermsQuestion } from './terms-checks.js';

interface Ground {
  readonly parameters: readonly Parameter[];
}

const DUTY_TEXTS: Record<DutyCode, string> = {
  EQUAL_TREATMENT: 'Loon, vergoedingen en werktijd zijn ten minste gelijk aan die van werknemers van de inlener in gelijk werk, tenzij een cao afwijkt. Het loon bij de inlener is hier niet bekend.',
  SAME_FACILITIES: 'De inlener laat de werknemer net zo toe tot kantine, kinderopvang en vervoer als zijn eigen werknemers.',
  VACANCIES_TOLD: 'De inlener laat de werknemer weten welke vacatures hij heeft.',
  NO_FEE_FROM_WORKER: 'De werknemer betaalt niets voor de detachering; alle kosten van deze voorwaarden zijn voor organisaties.',
  NO_BAR_TO_EMPLOYMENT: 'De inlener mag de werknemer daarna zelf in dienst nemen. Een beding dat dit belemmert is nietig; een redelijke vergoeding mag.',
  RISKS_TOLD: 'Voor het begin krijgt de werknemer te horen welke beroepskwalificatie nodig is en krijgt hij de beschrijving van de risico\'s (RI&E).',
  LENDER_REGISTERED: 'Wie uitleent, staat als uitlener in het handelsregister. Het nummer is hier niet nagegaan.',
};

export function secondmentChecks(question: TermsQuestion, { parameters }: Ground): readonly Check[] {
  const { terms } = question;
  const duties = isSecondment(terms) ? secondmentDuties(terms.from, sinceOf(parameters, terms.from)) : [];
  return [...supervisionChecks(question, parameters), ...duties.map((duty) => dutyCheck(duty, terms.from))];
}

function sinceOf(parameters: readonly Parameter[], on: string): { hirerDuties: string; registration: string } {
  const row = (name: string): string => parameterOn(parameters, name, on).value;
  return { hirerDuties: row('WAADI_HIRER_DUTIES_SINCE'), registration: row('WAADI_REGISTRATION_SINCE') };
}

/** What the hirer pays his own people is kept nowhere, so equal pay is always still to be looked up by a human. */
function dutyCheck({ code, article }: Duty, from: string): Check {
  const text = code === 'RISKS_TOLD' ? `${DUTY_TEXTS[code]} Dat is voor ${dutchDate(from)}.` : DUTY_TEXTS[code];
  const unknown = code === 'EQUAL_TREATMENT' && equalPay({ paid: null, atHirer: null, agreementDeviates: null }) === 'NOT_KNOWN';
  return notice(code, article, unknown ? 'WARNING' : 'INFO', text);
}

function supervisionChecks({ terms, on }: TermsQuestion, parameters: readonly Parameter[]): Check[] {
  const { supervisionHoursPerWeek: supervision, hoursPerWeek } = terms;
  if (supervision === null) return [];
  const most = parameterOn(parameters, 'SUPERVISION_MAX_PERCENT', on).value;
  const share = dutchNumber(supervisionShare(supervision, hoursPerWeek));
  const tooMuch = isTooMuchSupervision(supervision, hoursPerWeek, most);
  const text = `De begeleiding is ${share} procent van de werktijd; gemiddeld ten hoogste ${dutchNumber(most)} procent hoort bij de doelgroep.`;
  return [notice('SUPERVISION_SHARE', 'Besluit uitvoering sw en begeleid werken, bijlage, ad 10', tooMuch ? 'WARNING' : 'INFO', text)];
}
