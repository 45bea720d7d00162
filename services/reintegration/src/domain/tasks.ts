// Guarantees: a task says what, by when and by which article; lists of several sources keep one order, so that pages never repeat or skip.
// Besluit uitvoering sw art. 6 lid 1 (re-indication); domain brief 8.4 row 4.
import type { TaskFacts, TaskPosition } from './directory-ports.js';
import { dutchDate } from './dutch.js';
import { reindicationDueOn } from './indication.js';

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

/** By due date, then id. */
export function byPosition(a: TaskPosition, b: TaskPosition): number {
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

/** One page out of the first rows of every source: correct when each source gave at least `limit` rows or all it has. */
export function mergeTasks(sources: readonly (readonly TaskFacts[])[], limit: number): TaskFacts[] {
  return sources.flat().sort(byPosition).slice(0, limit);
}
