/** Who is singled out: said with the true counts, which the attacker has and a reader of figures has not. */
import { nameOf, type Group, type Known, type Reader } from './reader.js';
import type { Member, Topic } from './topics.js';

/** A published count is one of five; nobody may know a small one closer than that. */
export const WINDOW = 5;
/** Of the change of a group from one day to another, which is told by two counts of which neither is exact. */
export const CHANGE_WINDOW = 3;
const SMALL = 9;

export interface SingledOut {
  readonly population: string;
  readonly group: Group;
  readonly persons: number;
  readonly how: string;
}

export interface Verdict {
  readonly singledOut: readonly SingledOut[];
  /** Groups of one to nine persons that were looked at. */
  readonly smallGroups: number;
  /** Fewest values that one of them can have, as far as the attacker can tell. */
  readonly narrowest: number;
}

export class TrueCounts {
  private readonly counts = new Map<string, number>();

  constructor(private readonly members: readonly Member[]) {}

  of(group: Group): number {
    const name = nameOf(group);
    const known = this.counts.get(name) ?? this.members.filter((one) => Object.entries(group).every(([dimension, value]) => one[dimension] === value)).length;
    this.counts.set(name, known);
    return known;
  }
}

export function judge(population: string, topic: Topic, reader: Reader, known: readonly Known[], truth: TrueCounts): Verdict {
  const small = known.filter(({ group }) => truth.of(group) >= 1 && truth.of(group) <= SMALL);
  const wide = (one: Known): number => one.high - one.low + 1;
  const told = small.filter((one) => wide(one) < WINDOW).map((one) => ({ population, group: one.group, persons: truth.of(one.group), how: `between ${one.low} and ${one.high}` }));
  const certain = known.flatMap((one) => attributeOf(topic, reader, one, truth).map((dimension) => ({ population, group: one.group, persons: truth.of(one.group), how: `everybody there has this ${dimension}` })));
  return { singledOut: [...told, ...certain], smallGroups: small.length, narrowest: Math.min(Infinity, ...small.map(wide)) };
}

/** Dimensions that follow for everybody of a group once the others are known: all in it are in one part, and the reader can tell. */
function attributeOf(topic: Topic, reader: Reader, one: Known, truth: TrueCounts): string[] {
  if (truth.of(one.group) === 0 || one.low === 0) return [];
  return topic.personal.filter((dimension) => {
    if (one.group[dimension] === undefined) return false;
    const { [dimension]: _value, ...rest } = one.group;
    const whole = reader.of(rest);
    return whole.high <= one.low || (truth.of(rest) === truth.of(one.group) && isOnlyPart(reader, rest, dimension, one));
  });
}

/** Every other value is known to be nobody's. */
function isOnlyPart(reader: Reader, rest: Group, dimension: string, one: Known): boolean {
  const others = reader.valuesOf(dimension).filter((value) => value !== one.group[dimension]);
  return others.length > 0 && others.every((value) => reader.of({ ...rest, [dimension]: value }).high === 0);
}
