/**
 * Numbers that look random and never differ: the same label gives the same sequence on every machine and in every run.
 * One stream per subject, so that a change in one part of the population leaves all other parts as they were.
 */

const SEED = 20140303;
const TWO_TO_32 = 4294967296;

/** FNV-1a of a label. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** mulberry32, a small generator of 32-bit state. */
function mulberry32(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / TWO_TO_32;
  };
}

export class Dice {
  private readonly next: () => number;

  constructor(label: string, seed: number = SEED) {
    this.next = mulberry32(hashOf(label) ^ seed);
  }

  /** A fraction in [0, 1). */
  fraction(): number {
    return this.next();
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number from `low` up to and including `high`. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** One of `items`. Throws RangeError when there is none. */
  pick<T>(items: readonly T[]): T {
    const item = items[this.whole(0, items.length - 1)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }

  /** One of the keys, in proportion to the weights. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K {
    const entries = Object.entries(weights) as [K, number][];
    let left = this.next() * entries.reduce((total, [, weight]) => total + weight, 0);
    for (const [key, weight] of entries) {
      left -= weight;
      if (left < 0) return key;
    }
    return this.pick(entries)[0];
  }

  /** A bell-shaped number around 0 with standard deviation 1 (the sum of four draws). */
  bell(): number {
    return (this.next() + this.next() + this.next() + this.next() - 2) * Math.sqrt(3);
  }

  /** A bell-shaped whole number, cut off at `low` and `high`. */
  around(mean: number, deviation: number, low: number, high: number): number {
    return Math.min(high, Math.max(low, Math.round(mean + this.bell() * deviation)));
  }

  /** A new array in another order. */
  shuffled<T>(items: readonly T[]): T[] {
    const copy = [...items];
    for (let index = copy.length - 1; index > 0; index--) {
      const other = this.whole(0, index);
      const held = copy[index] as T;
      copy[index] = copy[other] as T;
      copy[other] = held;
    }
    return copy;
  }

  /** `count` different items, in the order in which they stand. */
  some<T>(items: readonly T[], count: number): T[] {
    const chosen = new Set(this.shuffled(items.map((_, index) => index)).slice(0, count));
    return items.filter((_, index) => chosen.has(index));
  }
}

/** `total` labels in exactly the given shares, shuffled; the largest share takes what rounding leaves. */
export function dealt<K extends string>(dice: Dice, shares: Readonly<Record<K, number>>, total: number): K[] {
  const entries = (Object.entries(shares) as [K, number][]).sort(([, one], [, other]) => one - other);
  const cards: K[] = [];
  entries.forEach(([key, share], index) => {
    const count = index === entries.length - 1 ? total - cards.length : Math.round(share * total);
    for (let dealtCards = 0; dealtCards < count; dealtCards++) cards.push(key);
  });
  return dice.shuffled(cards);
}
