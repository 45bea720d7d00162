// Guarantees: a task says what, by when and by which article; lists of several sources keep one order, so that pages never repeat or skip.
// Besluit uitvoering sw art. 6 lid 1 (re-indication); BW art. 7:668 (notice); domain brief 8.4 rows 4, 10 and 17.
import type { TaskFacts, TaskKind, TaskPosition } from './directory-ports.js';
import { dutchDate } from './dutch.js';
import { reindicationDueOn } from './indication.js';
import type { ReminderKind } from './reminder.js';

export interface DueIndication {
  readonly number: string;
  readonly person: string;
  readonly validUntil: string;
}

/** The task of the college of residence to ask UWV for re-indication. */
export function reindicationTask({ number, person, validUntil }: DueIndication): TaskFacts {
  const dueOn = reindicationDueOn({ kind: 'WSW', validUntil }) ?? validUntil;
  return {
    id: `reindication:${number}`,
    kind: 'REINDICATION',
    person,
    agreement: null,
    dueOn,
    article: 'Besluit uitvoering sociale werkvoorziening art. 6 lid 1',
    text: `Vraag herindicatie aan bij UWV, uiterlijk ${dutchDate(dueOn)}: de indicatie is geldig tot en met ${dutchDate(validUntil)}.`,
  };
}

/** A date of an agreement that has come, for a body whose turn it is. */
export interface ReachedDate {
  readonly id: string;
  readonly of: ReminderKind;
  readonly agreement: string;
  readonly person: string | null;
  /** Last day on which the task can be done in time. */
  readonly dueOn: string;
}

export const TASK_OF_REMINDER: Readonly<Record<ReminderKind, TaskKind>> = {
  REMIND_HALF: 'REMINDER', REMIND_MOST: 'REMINDER', INFORM_BY: 'INFORM_WORKER', NOTICE_TASK: 'NOTICE', REVIEW: 'REVIEW',
};

/** Only the notice is a duty of the law; the other days are the parties' own, so no article is named. */
export function dateTask({ id, of, agreement, person, dueOn }: ReachedDate, on: string): TaskFacts {
  const article = of === 'NOTICE_TASK' ? 'Burgerlijk Wetboek art. 7:668 lid 1' : null;
  return { id, kind: TASK_OF_REMINDER[of], agreement, person, dueOn, article, text: textOf(of, dutchDate(dueOn), dueOn < on) };
}

function textOf(of: ReminderKind, day: string, late: boolean): string {
  switch (of) {
    case 'REMIND_HALF':
    case 'REMIND_MOST':
      return `Herinnering: ${of === 'REMIND_HALF' ? 'de helft' : '80 %'} van de geldigheid van dit voorstel is voorbij. Beantwoord het uiterlijk ${day}; daarna vervalt het.`;
    case 'INFORM_BY':
      return late
        ? `Tot ${day} kon de werknemer op tijd worden geïnformeerd. Trek de afspraak in en stel een latere begindatum voor.`
        : `Informeer de werknemer uiterlijk ${day}: dat is de laatste dag die nog op tijd is voor de begindatum.`;
    case 'NOTICE_TASK':
      return late
        ? `Deze afspraak eindigt binnen een maand. Zeg alsnog meteen schriftelijk aan of zij wordt voortgezet; dat moest uiterlijk ${day}.`
        : `Deze afspraak voor bepaalde tijd loopt af. Zeg uiterlijk ${day} schriftelijk aan of zij wordt voortgezet.`;
    case 'REVIEW':
      return `Evalueer deze afspraak met de werknemer; de evaluatie is afgesproken voor ${day}.`;
  }
}

/** By due date, then id. */
function byPosition(a: TaskPosition, b: TaskPosition): number {
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

/** The part of a whole list that a page shows. */
export function taskSlice(tasks: readonly TaskFacts[], after: TaskPosition | null, limit: number): TaskFacts[] {
  return tasks.filter((one) => after === null || byPosition(one, after) > 0).sort(byPosition).slice(0, limit);
}

/** One page out of the first rows of every source: correct when each source gave at least `limit` rows or all it has. */
export function mergeTasks(sources: readonly (readonly TaskFacts[])[], limit: number): TaskFacts[] {
  return sources.flat().sort(byPosition).slice(0, limit);
}
