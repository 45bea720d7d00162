/**
 * What an attacker knows after his answers about one population: for every combination of values a smallest and a largest count,
 * tightened along every sum that the answers contain. Written apart from kernel/disclosure, which must not be its own judge.
 */
import { subsets, type Question } from './questions.js';
import { yearOf } from './topics.js';

export interface Row {
  readonly key: readonly string[];
  readonly count: number | null;
}

/** Values by dimension: a group of persons. */
export type Group = Readonly<Record<string, string>>;

export interface Known {
  readonly group: Group;
  low: number;
  high: number;
}

interface Sum {
  readonly whole: Known;
  readonly parts: readonly Known[];
}

/** What the attacker knows of the rule: every count is rounded to a multiple of `base`, and none under `least` is shown. */
export interface PublishedRule {
  readonly base: number;
  readonly least: number;
}

export const RULE: PublishedRule = { base: 5, least: 10 };
const MANY = 1e9;
const ROUNDS = 100;

export class Reader {
  private readonly all = new Map<string, Known>();
  private readonly sums = new Map<string, Sum>();
  private readonly values = new Map<string, Set<string>>();
  /** Whole tables that were answered, by their dimensions: a row that is not there is nobody. */
  readonly whole = new Map<string, { readonly dimensions: readonly string[]; readonly names: Set<string> }>();

  constructor(private readonly rule: PublishedRule) {}

  learn({ by, where }: Question, rows: readonly Row[]): void {
    const groups = rows.map(({ key }) => ({ ...where, ...Object.fromEntries(by.map((dimension, index) => [dimension, key[index] ?? ''])) }));
    for (const group of groups) for (const [dimension, value] of Object.entries(group)) this.addValue(dimension, value);
    groups.forEach((group, index) => this.hear(group, rows[index]?.count ?? null));
    for (const kept of subsets(by)) for (const summed of kept) this.addSums(groups, where, kept, summed);
    if (Object.keys(where).length === 0) this.whole.set(by.join(), { dimensions: by, names: new Set(groups.map(nameOf)) });
  }

  /** Values that some answer named. */
  valuesOf(dimension: string): string[] {
    return [...(this.values.get(dimension) ?? [])];
  }

  /** Passes the bounds along the sums until nothing moves. */
  conclude(): readonly Known[] {
    for (let round = 0, moved = true; moved && round < ROUNDS; round += 1) {
      moved = false;
      for (const sum of this.sums.values()) moved = tighten(sum) || moved;
    }
    return [...this.all.values()];
  }

  /** What the answers themselves said, before anything was concluded. */
  heard(): readonly Known[] {
    return [...this.all.values()].filter(({ high }) => high < MANY);
  }

  known(group: Group): Known | undefined {
    return this.all.get(nameOf(group));
  }

  of(group: Group): Known {
    const name = nameOf(group);
    let known = this.all.get(name);
    if (!known) this.all.set(name, (known = { group: plain(group), low: 0, high: MANY }));
    return known;
  }

  private addValue(dimension: string, value: string): void {
    const values = this.values.get(dimension) ?? new Set<string>();
    this.values.set(dimension, values.add(value));
  }

  /** A published count is one of five. */
  private hear(group: Group, count: number | null): void {
    if (count === null) return;
    const reach = Math.floor(this.rule.base / 2);
    const known = this.of(group);
    known.low = Math.max(known.low, this.rule.least, count - reach);
    known.high = Math.min(known.high, count + reach);
  }

  private addSums(groups: readonly Group[], where: Group, kept: readonly string[], summed: string): void {
    const rest = kept.filter((one) => one !== summed);
    this.addSumsOf(groups, where, kept, (group) => pick(group, rest));
    if (summed === 'QUARTER') this.addSumsOf(groups, where, kept, (group) => ({ ...pick(group, rest), YEAR: yearOf(group['QUARTER'] ?? '') }));
  }

  private addSumsOf(groups: readonly Group[], where: Group, kept: readonly string[], wholeOf: (group: Group) => Group): void {
    const parts = new Map<string, { whole: Group; parts: Map<string, Known> }>();
    for (const group of groups) {
      const whole = { ...where, ...wholeOf(group) };
      const name = nameOf(whole);
      const found = parts.get(name) ?? { whole, parts: new Map<string, Known>() };
      const part = this.of({ ...where, ...pick(group, kept) });
      found.parts.set(nameOf(part.group), part);
      parts.set(name, found);
    }
    for (const [name, { whole, parts: own }] of parts) {
      if (own.has(name)) continue;
      this.sums.set(`${name} = ${[...own.keys()].sort().join(' + ')}`, { whole: this.of(whole), parts: [...own.values()] });
    }
  }
}

/** A quarter says its year. */
function plain(group: Group): Group {
  const { YEAR: year, ...rest } = group;
  return group['QUARTER'] === undefined && year !== undefined ? group : rest;
}

export function nameOf(group: Group): string {
  return Object.entries(plain(group)).map(([dimension, value]) => `${dimension}=${value}`).sort().join(' ');
}

function pick(group: Group, dimensions: readonly string[]): Group {
  return Object.fromEntries(dimensions.map((one) => [one, group[one] ?? '']));
}

function tighten({ whole, parts }: Sum): boolean {
  let low = 0;
  let high = 0;
  for (const part of parts) [low, high] = [low + part.low, high + part.high];
  let moved = narrow(whole, low, high);
  for (const part of parts) {
    const [lowBefore, highBefore] = [part.low, part.high];
    moved = narrow(part, whole.low - (high - highBefore), whole.high - (low - lowBefore)) || moved;
    [low, high] = [low + part.low - lowBefore, high + part.high - highBefore];
  }
  return moved;
}

function narrow(known: Known, low: number, high: number): boolean {
  const moved = low > known.low || high < known.high;
  known.low = Math.max(known.low, low);
  known.high = Math.min(known.high, high);
  return moved;
}
