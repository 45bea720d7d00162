/** What whoever handles an application must not forget about its term, each with the article that asks it. Dutch, for the screen. Awb arts 4:5, 4:14, 4:15, 4:17. */
import { isHuman, type Penalty } from '#law/terms/penalty.js';
import { GROUNDS, groundOf } from '#law/terms/suspension-grounds.js';
import type { ApplicationTerm } from './application-term.js';
import type { ApplicationFacts, SuspensionFacts } from './facts.js';

export const TERM_REMINDER_KINDS = ['DUE_SOON', 'LATE', 'SUSPENSION_STARTED', 'SUSPENSION_ENDED', 'NOT_TREATED', 'DEFAULT_NOTICE', 'PENALTY', 'HUMAN'] as const;
export type TermReminderKind = (typeof TERM_REMINDER_KINDS)[number];

export interface TermReminder {
  readonly kind: TermReminderKind;
  /** The last day to do it; null: at once. */
  readonly by: string | null;
  readonly article: string;
  readonly text: string;
}

/** Of an application without a decision; a decided one reminds of nothing but its penalty. */
export function termReminders(application: ApplicationFacts, term: ApplicationTerm, suspensions: readonly SuspensionFacts[], on: string): TermReminder[] {
  const aboutPenalty = penaltyReminders(term, on);
  if (application.decidedOn !== null) return aboutPenalty;
  return [...aboutLastDay(application, term), ...suspensions.flatMap((one) => aboutSuspension(one, term, on)), ...aboutNotTreating(term, on), ...aboutPenalty];
}

function aboutLastDay({ newTermToldOn, termWeeks }: ApplicationFacts, { state, lastDay }: ApplicationTerm): TermReminder[] {
  const article = termWeeks === null ? 'Awb art. 4:14 lid 3' : 'Awb art. 4:14 lid 1';
  if (state === 'DUE_SOON') return [{ kind: 'DUE_SOON', by: lastDay, article, text: 'Beslis, of deel de aanvrager mee dat het niet lukt en noem een nieuwe termijn.' }];
  if (state !== 'LATE') return [];
  const tell = newTermToldOn === null ? ' Deel dit de aanvrager mee en noem een zo kort mogelijke termijn.' : '';
  return [{ kind: 'LATE', by: null, article, text: `De beslistermijn is verstreken op ${lastDay}.${tell}` }];
}

function aboutSuspension({ from, until, legalGround }: SuspensionFacts, { lastDay }: ApplicationTerm, on: string): TermReminder[] {
  const ground = groundOf(legalGround);
  const rule = ground && GROUNDS[ground];
  if (!rule || from > on) return [];
  if (rule.tellsStart && (until === null || on < until)) {
    return [{ kind: 'SUSPENSION_STARTED', by: null, article: 'Awb art. 4:15 lid 3', text: 'Deel de aanvrager mee dat de termijn door overmacht is opgeschort en wanneer de beschikking te verwachten is.' }];
  }
  if (!rule.tellsEnd || until === null || until > on) return [];
  return [{ kind: 'SUSPENSION_ENDED', by: null, article: 'Awb art. 4:15 lid 4', text: `De opschorting eindigde op ${until}. Deel de aanvrager mee dat er uiterlijk ${lastDay} wordt beslist.` }];
}

function aboutNotTreating({ notTreated }: ApplicationTerm, on: string): TermReminder[] {
  if (notTreated === null || notTreated.lastDay < on) return [];
  return [{ kind: 'NOT_TREATED', by: notTreated.lastDay, article: notTreated.article, text: 'Is de aanvraag niet aangevuld, dan kan tot en met deze dag worden besloten haar niet te behandelen.' }];
}

function penaltyReminders({ penalty }: ApplicationTerm, on: string): TermReminder[] {
  if (penalty === null) return [];
  if (isHuman(penalty)) return [{ kind: 'HUMAN', by: null, article: 'Awb art. 4:17 lid 3', text: penalty.human.join(' Of: ') }];
  return penalty.days > 0 || on > penalty.decideBy ? runningPenalty(penalty) : [{ kind: 'DEFAULT_NOTICE', by: penalty.decideBy, article: 'Awb art. 4:17 lid 3', text: `De aanvrager stelde in gebreke. Vanaf ${penalty.firstDay} is een dwangsom verschuldigd.` }];
}

function runningPenalty({ days, amount, fixBy }: Penalty): TermReminder[] {
  if (days === 0) return [];
  const fixed = fixBy === null ? '' : ' Stel haar bij beschikking vast.';
  return [{ kind: 'PENALTY', by: fixBy, article: fixBy === null ? 'Awb art. 4:17' : 'Awb art. 4:18', text: `Over ${days} dagen is € ${amount.replace('.', ',')} dwangsom verschuldigd.${fixed}` }];
}
