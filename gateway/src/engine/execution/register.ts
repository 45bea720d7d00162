/** Of one run: the objects at each place of the plan, by their type as it is known so far. */
import { typenameOf, type Json } from './own.js';
import type { Position } from './positions.js';

type Bucket = Map<string | undefined, Json[]>;

export class Register {
  private readonly buckets: (Bucket | undefined)[];
  private readonly stale = new Set<number>();

  constructor(size: number) {
    this.buckets = new Array<Bucket | undefined>(size).fill(undefined);
  }

  add(index: number, object: Json): void {
    const bucket = (this.buckets[index] ??= new Map<string | undefined, Json[]>());
    const name = typenameOf(object);
    const objects = bucket.get(name);
    if (objects) objects.push(object);
    else bucket.set(name, [object]);
  }

  /** Objects here got their type later than their place. */
  typesChanged(index: number): void {
    this.stale.add(index);
  }

  /** Lists of the objects at a place whose type is one of `names`; all of them when that is null. */
  take({ index, mayRepeat }: Position, names: ReadonlySet<string> | null): (readonly Json[])[] {
    const bucket = this.current(index);
    if (!bucket) return [];
    const lists: Json[][] = [];
    if (names && names.size <= bucket.size) for (const name of names) lists.push(bucket.get(name) ?? []);
    else for (const [name, objects] of bucket) if (!names || (name !== undefined && names.has(name))) lists.push(objects);
    return mayRepeat ? [[...new Set(lists.flat())]] : lists;
  }

  private current(index: number): Bucket | undefined {
    const bucket = this.buckets[index];
    if (!bucket || !this.stale.delete(index)) return bucket;
    this.buckets[index] = undefined;
    for (const objects of bucket.values()) for (const object of objects) this.add(index, object);
    return this.buckets[index];
  }
}
