/**
 * Puts what a subgraph sent into the answer: only keys that it was asked for, by reference. Where two fetches bring parts of the same
 * inner object (an overlay, known from the plan) each target gets an inner object of its own and the parts are joined in it.
 */
import { isInherited, isRecord, ownOf, setOwn, typenameOf, type Json } from './own.js';
import { keysOf, type Selected } from './selected.js';
import type { SupergraphTypes } from './types.js';

/** Keys under which another fetch brings parts too. */
export type Overlays = ReadonlyMap<string, Overlays>;

interface MergedKey {
  readonly key: string;
  readonly inherited: boolean;
  /** Null: taken by reference. */
  readonly joined: Merging | null;
}

export class Merging {
  private readonly byType = new Map<string, readonly MergedKey[]>();
  private readonly ofAny: readonly MergedKey[];

  constructor(
    private readonly selected: Selected,
    private readonly overlays: Overlays,
    private readonly types: SupergraphTypes,
  ) {
    this.ofAny = this.compiled(undefined);
  }

  /** Into objects of type `typename`. */
  into(targets: readonly Json[], source: Json, typename: string | undefined): void {
    for (const { key, inherited, joined } of this.keysFor(typename)) {
      const value = inherited ? ownOf(source, key) : source[key];
      if (value === undefined) continue;
      if (joined) for (const target of targets) setOwn(target, key, joined.join(ownOf(target, key), value));
      else if (inherited) for (const target of targets) setOwn(target, key, value);
      else for (const target of targets) target[key] = value;
    }
  }

  private join(before: unknown, value: unknown): unknown {
    if (Array.isArray(value)) {
      const known = Array.isArray(before) && before.length === value.length ? before : [];
      value.forEach((item, index) => (known[index] = this.join(known[index], item)));
      return known;
    }
    if (!isRecord(value)) return value;
    const target = isRecord(before) ? before : {};
    this.into([target], value, typenameOf(value));
    return target;
  }

  private keysFor(typename: string | undefined): readonly MergedKey[] {
    if (typename === undefined || !this.types.isKnown(typename)) return this.ofAny;
    const known = this.byType.get(typename);
    if (known) return known;
    const keys = this.compiled(typename);
    this.byType.set(typename, keys);
    return keys;
  }

  private compiled(typename: string | undefined): readonly MergedKey[] {
    return [...keysOf(this.selected, typename, this.types)].map(([key, parts]) => {
      const overlays = this.overlays.get(key);
      return { key, inherited: isInherited(key), joined: parts && overlays ? new Merging(parts, overlays, this.types) : null };
    });
  }
}
