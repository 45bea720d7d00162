/** Of one run: the objects at each place of the plan, by their type as it is known so far. */
import type { Grouping } from './groupings.js';
import { typenameOf, type Json } from './own.js';
import type { Position } from './positions.js';

/** Objects of one type that a subgraph cannot tell apart. */
export type Group = readonly Json[];

/** What stands at a place for one fetch. */
export interface Found {
  readonly groups: readonly Group[];
  /** Surely no two groups have the same values by the keys of the grouping. */
  readonly apart: boolean;
}

interface Bucket {
  readonly objects: Json[];
  /** By grouping. */
  readonly grouped: Map<Grouping, Found>;
  /** How many objects there were when they were first grouped. */
  count: number;
}

const NOT_YET = -1;
/** Objects are no longer alike by what told them apart before: some came after others had been added to. */
const UNLIKE = 0;

type Buckets = Map<string | undefined, Bucket>;

export class Register {
  private readonly places: (Buckets | undefined)[];
  private readonly stale = new Set<number>();
  private readonly known: (Map<string | undefined, Map<unknown, Json>> | undefined)[] = [];

  /** `identities`: by place, the key by which objects are one (see Position). */
  constructor(private readonly identities: readonly (string | null)[]) {
    this.places = new Array<Buckets | undefined>(identities.length).fill(undefined);
  }

  /** Gives the object that is to stand there: this one, or the one that is the same and was there before. */
  add(index: number, object: Json): Json {
    const key = this.identities[index];
    const one = key === null || key === undefined ? object : this.theOne(index, object, key);
    if (one === object) put((this.places[index] ??= new Map<string | undefined, Bucket>()), object, NOT_YET);
    return one;
  }

  private theOne(index: number, object: Json, key: string): Json {
    const value = object[key];
    if (value === undefined || (typeof value === 'object' && value !== null)) return object;
    const byType = (this.known[index] ??= new Map<string | undefined, Map<unknown, Json>>());
    const name = typenameOf(object);
    const byKey = byType.get(name) ?? new Map<unknown, Json>();
    if (byKey.size === 0) byType.set(name, byKey);
    const known = byKey.get(value);
    if (known === undefined) byKey.set(value, object);
    return known ?? object;
  }

  /** Objects here got their type later than their place. */
  typesChanged(index: number): void {
    this.stale.add(index);
  }

  /** All objects at a place, in any order. */
  all({ index, mayRepeat }: Position): readonly Json[] {
    const objects = [...(this.current(index)?.values() ?? [])].flatMap((bucket) => bucket.objects);
    return mayRepeat ? [...new Set(objects)] : objects;
  }

  /** The objects at a place whose type is one of `names`; each by itself where there is no grouping. */
  groups({ index, mayRepeat }: Position, names: ReadonlySet<string>, grouping: Grouping | null): Found {
    const buckets = this.bucketsOf(index, names);
    const [only] = buckets;
    if (grouping && only && buckets.length === 1) return groupsIn(only, grouping);
    const groups: Group[] = [];
    for (const bucket of buckets) {
      if (grouping) groups.push(...groupsIn(bucket, grouping).groups);
      else for (const object of mayRepeat ? new Set(bucket.objects) : bucket.objects) groups.push([object]);
    }
    return { groups, apart: false };
  }

  private bucketsOf(index: number, names: ReadonlySet<string>): readonly Bucket[] {
    const buckets = this.current(index);
    if (!buckets) return [];
    if (names.size > buckets.size) return [...buckets].flatMap(([name, bucket]) => (name !== undefined && names.has(name) ? bucket : []));
    const found: Bucket[] = [];
    for (const name of names) {
      const bucket = buckets.get(name);
      if (bucket) found.push(bucket);
    }
    return found;
  }

  private current(index: number): Buckets | undefined {
    const buckets = this.places[index];
    if (!buckets || !this.stale.delete(index)) return buckets;
    const anew: Buckets = new Map();
    const count = [...buckets.values()].some((bucket) => bucket.count !== NOT_YET) ? UNLIKE : NOT_YET;
    for (const { objects } of buckets.values()) for (const object of objects) put(anew, object, count);
    this.places[index] = anew;
    return anew;
  }
}

function put(buckets: Buckets, object: Json, count: number): void {
  const name = typenameOf(object);
  const bucket = buckets.get(name);
  if (bucket) bucket.objects.push(object);
  else buckets.set(name, { objects: [object], grouped: new Map(), count });
}

function groupsIn(bucket: Bucket, grouping: Grouping): Found {
  const { objects, grouped } = bucket;
  if (bucket.count === NOT_YET) bucket.count = objects.length;
  if (bucket.count !== objects.length) return { groups: objects.map((object) => [object]), apart: false };
  const known = grouped.get(grouping);
  if (known) return known;
  const groups = grouping.keys === null ? byText(objects, grouping) : byValues(objects, grouping.keys, grouping);
  grouped.set(grouping, groups);
  return groups;
}

function byText(objects: readonly Json[], { textOf }: Grouping): Found {
  const groups = new Map<unknown, Json[]>();
  // What cannot be represented is in a group of its own.
  for (const object of objects) addTo(groups, textOf(object) ?? object, object);
  return { groups: [...groups.values()], apart: false };
}

/**
 * By the values themselves, without making a text of them for each object: by the first, and whoever differs from the first of his group in another
 * value is told apart by his text. So many that differ cost no more than their texts.
 */
function byValues(objects: readonly Json[], keys: readonly string[], { textOf }: Grouping): Found {
  const [first = '', ...others] = keys;
  const [groups, different] = [new Map<unknown, Json[]>(), new Map<unknown, Json[]>()];
  for (const object of objects) {
    const value = object[first];
    const known = typeof value === 'object' && value !== null ? NOBODY : groups.get(value);
    if (known === undefined) groups.set(value, [object]);
    else if (isAlike(known[0], object, others)) known.push(object);
    else addTo(different, textOf(object) ?? object, object);
  }
  return { groups: [...groups.values(), ...different.values()], apart: different.size === 0 };
}

const NOBODY: Json[] = [];

/** Objects are never the same value, whatever stands in them. */
function isAlike(one: Json | undefined, other: Json, keys: readonly string[]): boolean {
  if (one === undefined) return false;
  for (const key of keys) if (one[key] !== other[key]) return false;
  return true;
}

function addTo(groups: Map<unknown, Json[]>, key: unknown, object: Json): void {
  const known = groups.get(key);
  if (known) known.push(object);
  else groups.set(key, [object]);
}
