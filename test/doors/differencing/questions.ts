/** Every question that can be put in the words of the schema, and some that may not: all dimension sets with every selection. */
import type { Member, Topic } from './topics.js';

export interface Question {
  readonly topic: Topic;
  readonly by: readonly string[];
  /** Value by dimension. */
  readonly where: Readonly<Record<string, string>>;
  /** Counted on this day; null: the day that the service chooses. */
  readonly on: string | null;
  /** Counted at the ends of the last half-years, each a population of its own. */
  readonly byPeriod: boolean;
}

const MOST_DIMENSIONS = 3;

/** In an order of the seed. `days`: null, and quarter ends that may be asked for. */
export function questionsOf(topic: Topic, members: readonly Member[], days: readonly (string | null)[], random: () => number): Question[] {
  const sets = subsets(topic.dimensions).filter((by) => by.length > 0 && by.length <= MOST_DIMENSIONS);
  const wheres = selectionsOf(topic, members);
  const all = days.flatMap((on) => sets.flatMap((by) => wheres.map((where) => ({ topic, by, where, on, byPeriod: false }))));
  const periods = topic.hasDay ? sets.flatMap((by) => wheres.map((where) => ({ topic, by, where, on: null, byPeriod: true }))) : [];
  return shuffled([...all, ...periods], random);
}

export function asDocument({ topic, by, where, on, byPeriod }: Question): string {
  const written = Object.entries(where).map(([dimension, value]) => {
    const selection = topic.selections[dimension];
    return `${selection?.argument ?? ''}: ${selection?.written === 'text' ? JSON.stringify(value) : value}`;
  });
  const all = [...written, ...(on === null ? [] : [`on: "${on}"`])];
  return `{ ${topic.field}(by: [${[...(byPeriod ? ['PERIOD'] : []), ...by].join(', ')}]${all.length > 0 ? `, where: { ${all.join(', ')} }` : ''}) { rows { key count suppressed } } }`;
}

/** Nothing, one selection, or two. */
function selectionsOf(topic: Topic, members: readonly Member[]): Record<string, string>[] {
  const single = Object.keys(topic.selections).flatMap((dimension) => {
    const values = [...new Set(members.map((one) => one[dimension] ?? ''))].sort();
    return values.map((value) => ({ dimension, value }));
  });
  const pairs = single.flatMap((one) => single.filter((other) => one.dimension < other.dimension).map((other) => ({ [one.dimension]: one.value, [other.dimension]: other.value })));
  return [{}, ...single.map(({ dimension, value }) => ({ [dimension]: value })), ...pairs];
}

export function subsets<T>(all: readonly T[]): T[][] {
  return Array.from({ length: 2 ** all.length }, (_, bits) => all.filter((_one, index) => bits & (1 << index)));
}

export function shuffled<T>(all: readonly T[], random: () => number): T[] {
  const keyed = all.map((one) => ({ one, at: random() }));
  return keyed.sort((one, other) => one.at - other.at).map(({ one }) => one);
}
