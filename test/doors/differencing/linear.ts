/**
 * The strongest question that can be put to published counts: over all ways to divide the persons that fit every answer at once, how
 * few and how many can this group be? Solved by HiGHS over the finest groups; bounds along sums can miss what this finds.
 */
import { createRequire } from 'node:module';
import { type Group, type Known, nameOf, type Reader } from './reader.js';
import type { Topic } from './topics.js';
import { yearOf } from './topics.js';

/** Its types are those of its CommonJS half. */
const { default: highsLoader } = createRequire(import.meta.url)('highs') as typeof import('highs');

const PER_LINE = 20;
const LOOSE = 1e-6;
const MANY = 1e8;

export interface LinearSystem {
  /** Whole numbers between which the group must lie. */
  solve(group: Group): { readonly low: number; readonly high: number };
}

/** Null when the finest groups are too many to be solved. */
export async function linearSystem(topic: Topic, reader: Reader, heard: readonly Known[], mostGroups: number): Promise<LinearSystem | null> {
  const finest = finestGroups(topic, reader, mostGroups);
  if (finest === null) return null;
  const members = (group: Group): number[] => finest.flatMap((one, index) => (Object.entries(group).every(([dimension, value]) => one[dimension] === value) ? [index] : []));
  const rules = heard.filter(({ high }) => high < MANY).map(({ group, low, high }, index) => `a${index}: ${sumOf(members(group))} >= ${low}\nb${index}: ${sumOf(members(group))} <= ${high}`);
  const body = `\nSubject To\n${rules.join('\n')}\nEnd\n`;
  const highs = await highsLoader();
  const value = (sense: string, group: Group): number => {
    const { Status: status, ObjectiveValue: objective } = highs.solve(`${sense}\nobj: ${sumOf(members(group))}${body}`);
    return status === 'Optimal' ? objective : sense === 'Minimize' ? 0 : MANY;
  };
  return { solve: (group) => ({ low: Math.ceil(value('Minimize', group) - LOOSE), high: Math.floor(value('Maximize', group) + LOOSE) }) };
}

/** Every combination that no whole table shows to be nobody's. */
function finestGroups(topic: Topic, reader: Reader, most: number): Group[] | null {
  let groups: Group[] = [{}];
  for (const dimension of topic.dimensions) {
    const values = reader.valuesOf(dimension);
    groups = groups.flatMap((group) => values.map((value): Group => ({ ...group, [dimension]: value, ...(dimension === 'QUARTER' ? { YEAR: yearOf(value) } : {}) })));
    const present = [...reader.whole.values()].filter((table) => table.dimensions.every((one) => groups[0]?.[one] !== undefined));
    groups = groups.filter((group) => present.every((table) => table.names.has(nameOf(Object.fromEntries(table.dimensions.map((one) => [one, group[one] ?? '']))))));
    if (groups.length > most * 4) return null;
  }
  return groups.length > most ? null : groups;
}

function sumOf(members: readonly number[]): string {
  if (members.length === 0) return '0 x0';
  const lines = Array.from({ length: Math.ceil(members.length / PER_LINE) }, (_, line) => members.slice(line * PER_LINE, (line + 1) * PER_LINE));
  return lines.map((line) => line.map((index) => `x${index}`).join(' + ')).join('\n + ');
}
