/** What may go wrong in a subgraph. */
import type { SubgraphAnswer } from '../../src/engine/subgraph.js';
import { hash, isRecord } from './world.js';

/** Names of what a hostile or broken subgraph does to its answers. */
export const TWISTS = ['drops entities', 'says null', 'wrong type', 'wrong __typename', '__proto__', 'too few entities', 'extra keys'] as const;
export type Twist = (typeof TWISTS)[number];

export interface Faults {
  readonly seed: number;
  /** Subgraphs that do not answer, at once or only after the others. */
  readonly down: ReadonlyMap<string, 'at once' | 'late'>;
  /** Whether this field of this object fails, with an error of its own. */
  hits(id: string, field: string): boolean;
  readonly twist: Twist | null;
  /** Subgraphs answer one question about entities in a request, and refuse several. */
  readonly oneAtATime: boolean;
}

export const NO_FAULTS: Faults = { seed: 0, down: new Map(), hits: () => false, twist: null, oneAtATime: false };

/** About one in `rate` of the fields of `fields` fails. */
export function fieldFaults(seed: number, rate: number, fields: (field: string) => boolean): Faults {
  return { ...NO_FAULTS, seed, oneAtATime: seed % 3 === 0, hits: (id, field) => fields(field) && hash(`${seed} ${id} ${field} fails`) % rate === 0 };
}

export function downFaults(seed: number, down: ReadonlyMap<string, 'at once' | 'late'>): Faults {
  return { ...NO_FAULTS, seed, down };
}

export function twistFaults(seed: number, twist: Twist): Faults {
  return { ...NO_FAULTS, seed, twist };
}

/** The answer as a broken or hostile subgraph gives it. */
export function twisted(answer: SubgraphAnswer, { twist, seed }: Faults, about: string): SubgraphAnswer {
  if (!twist || !answer.data) return answer;
  const { data } = answer;
  if (twist === 'too few entities') return { ...answer, data: withLists(data, (entities) => entities.slice(0, -1)) };
  if (twist === 'drops entities') return { ...answer, data: withLists(data, (entities) => entities.map((entity, n) => (hash(`${seed} ${n}`) % 2 === 0 ? null : entity))) };
  const changed = changedValue(data, twist, `${seed} ${about}`);
  return { ...answer, data: isRecord(changed) ? changed : null };
}

/** Under their own name, or under ours where several questions travel together. */
const ENTITIES = /^_?entities(_\d+)?$/;

function withLists(data: Record<string, unknown>, change: (entities: readonly unknown[]) => readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, ENTITIES.test(key) && Array.isArray(value) ? change(value) : value]));
}

function changedValue(value: unknown, twist: Twist, at: string): unknown {
  if (Array.isArray(value)) return value.map((item, n) => changedValue(item, twist, `${at}#${n}`));
  if (!isRecord(value)) return changedLeaf(value, twist, at);
  const entries = Object.entries(value).map(([key, part]) => [key, changedValue(part, twist, `${at}.${key}`)] as const);
  const changed = Object.fromEntries(entries);
  if (hash(`${at} here`) % 3 !== 0) return changed;
  if (twist === 'wrong __typename' && '__typename' in changed) return { ...changed, __typename: ['Query', 'NoSuchType', 42, null][hash(at) % 4] };
  if (twist === 'wrong type') return ['text', [changed], 7, changed][hash(at) % 4];
  if (twist === '__proto__') return JSON.parse(JSON.stringify(changed).replace(/^\{/, '{"__proto__":{"polluted":"yes","id":"stolen"},"constructor":{"prototype":{"polluted":"yes"}}' + (entries.length > 0 ? ',' : ''))) as unknown;
  return twist === 'extra keys' ? { ...changed, neverAsked: { deep: [1] }, toString: 'x' } : changed;
}

function changedLeaf(value: unknown, twist: Twist, at: string): unknown {
  if (at.endsWith('__typename') || hash(`${at} leaf`) % 4 !== 0) return value;
  if (twist === 'says null') return null;
  return twist === 'wrong type' ? [{ not: 'it' }, ['x', 'y'], 'text', 12.5, true][hash(at) % 5] : value;
}
