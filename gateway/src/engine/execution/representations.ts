/**
 * What of an object is sent to a subgraph so that it knows of which entity we speak: JSON text, built straight from the object. Equal texts are
 * the same question. A value that is required and was never answered leaves out the part of the plan's requirement that wants it; below that, its object is null.
 */
import { quoted } from '../answer/json-text.js';
import type { RequiredSelection, Rewrite } from '../plan.js';
import { isInherited, isRecord, ownOf, setOwn, typenameOf, type Json } from './own.js';
import { applyRewrites, setsOwnValuesOnly, valuesSet } from './rewrites.js';
import type { SupergraphTypes } from './types.js';

export interface Representations {
  /** Types of objects that can be represented. */
  readonly names: ReadonlySet<string>;
  /** Null for an object that cannot be asked about. */
  textOf(object: Json): string | null;
}

export function representations(requires: readonly RequiredSelection[], rewrites: readonly Rewrite[], types: SupergraphTypes): Representations {
  const names = new Set(requires.flatMap((one) => (one.kind === 'InlineFragment' && one.typeCondition !== undefined ? [...types.namesOf(one.typeCondition)] : [])));
  const parts = new Parts(requires, types, setsOwnValuesOnly(rewrites) ? rewrites : []);
  const textOf = (object: Json): string | null => {
    const name = typenameOf(object);
    return name === undefined || !names.has(name) ? null : (parts.textOf(object) ?? pickedText(object, requires, rewrites, types));
  };
  if (setsOwnValuesOnly(rewrites)) return { names, textOf };
  return { names, textOf: (object) => (names.has(typenameOf(object) ?? '') ? pickedText(object, requires, rewrites, types) : null) };
}

interface Field {
  readonly key: string;
  readonly inherited: boolean;
  /** Its name in the text, with what stands before it. */
  readonly before: string;
  readonly parts: Parts | null;
  /** Set by the plan, whatever the object says. */
  readonly fixed: string | null;
}

/** One selection set, compiled per type of object when it is first seen. */
class Parts {
  private readonly byType = new Map<string, readonly Field[]>();
  private readonly ofAny: readonly Field[] | null;

  constructor(
    private readonly selections: readonly RequiredSelection[],
    private readonly types: SupergraphTypes,
    private readonly rewrites: readonly Rewrite[],
  ) {
    this.ofAny = selections.every(({ kind }) => kind === 'Field') && rewrites.length === 0 ? this.compiled('') : null;
  }

  /** Null when a value is missing. */
  textOf(object: Json): string | null {
    const fields = this.ofAny ?? this.fieldsFor(typenameOf(object) ?? '');
    let text = '';
    for (const field of fields) {
      const value = field.fixed ?? (field.inherited ? ownOf(object, field.key) : object[field.key]);
      if (value === undefined) return null;
      text += field.before + (field.fixed ?? (field.parts ? textOfParts(value, field.parts) : textOfValue(value)));
    }
    return text === '' ? '{}' : `${text}}`;
  }

  private fieldsFor(typename: string): readonly Field[] {
    const known = this.byType.get(typename);
    if (known) return known;
    const fields = this.compiled(typename);
    if (typename === '' || this.types.isKnown(typename)) this.byType.set(typename, fields);
    return fields;
  }

  private compiled(typename: string): readonly Field[] {
    const wanted: WantedFields = new Map();
    collect(this.selections, typename, this.types, wanted);
    const fixed = this.rewrites.length > 0 ? valuesSet(this.rewrites, typename, this.types) : new Map<string, unknown>();
    for (const sent of fixed.keys()) wanted.set(sent, { key: sent, selections: null });
    return [...wanted].map(([sent, { key, selections }], index) => ({
      key,
      inherited: isInherited(key),
      before: `${index === 0 ? '{' : ','}${JSON.stringify(sent)}:`,
      parts: selections && new Parts(selections, this.types, []),
      fixed: fixed.has(sent) ? JSON.stringify(fixed.get(sent)) : null,
    }));
  }
}

/** Of a value that came out of JSON. */
function textOfValue(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

function textOfParts(value: unknown, parts: Parts): string {
  if (Array.isArray(value)) return `[${value.map((item) => textOfParts(item, parts)).join(',')}]`;
  return isRecord(value) ? (parts.textOf(value) ?? 'null') : 'null';
}

/** By the name under which each is sent: under which key it stands in the object, and what of it is wanted. */
type WantedFields = Map<string, { readonly key: string; readonly selections: RequiredSelection[] | null }>;

function collect(selections: readonly RequiredSelection[], typename: string, types: SupergraphTypes, wanted: WantedFields): void {
  for (const one of selections) {
    if (one.kind === 'Field') {
      const sent = one.alias ?? one.name;
      const before = wanted.get(sent)?.selections ?? null;
      wanted.set(sent, { key: one.name, selections: one.selections ? [...(before ?? []), ...one.selections] : before });
    } else if (one.typeCondition === undefined || types.covers(one.typeCondition, typename)) collect(one.selections, typename, types, wanted);
  }
}

/** The long way: when something is missing each fragment counts by itself, and some rewrites need the object. */
function pickedText(object: Json, requires: readonly RequiredSelection[], rewrites: readonly Rewrite[], types: SupergraphTypes): string | null {
  const picked = pick(object, requires, types);
  if (!picked || typenameOf(picked) === undefined) return null;
  applyRewrites(rewrites, picked, types);
  return JSON.stringify(picked);
}

function pick(source: Json, selections: readonly RequiredSelection[], types: SupergraphTypes): Json | null {
  const result: Json = {};
  for (const one of selections) {
    if (one.kind === 'Field') {
      const value = ownOf(source, one.name);
      if (value === undefined) return null;
      setOwn(result, one.alias ?? one.name, one.selections ? pickParts(value, one.selections, types) : value);
    } else if (one.typeCondition === undefined || types.covers(one.typeCondition, typenameOf(source) ?? '')) join(result, pick(source, one.selections, types));
  }
  return result;
}

function pickParts(value: unknown, selections: readonly RequiredSelection[], types: SupergraphTypes): unknown {
  if (Array.isArray(value)) return value.map((item) => pickParts(item, selections, types));
  return isRecord(value) ? pick(value, selections, types) : null;
}

/** Both were picked from the same object, so lists are as long as each other. */
function join(target: Json, source: Json | null): void {
  for (const [key, value] of Object.entries(source ?? {})) {
    const before = ownOf(target, key);
    if (isRecord(before) && isRecord(value)) join(before, value);
    else if (Array.isArray(before) && Array.isArray(value)) before.forEach((item, index) => isRecord(item) && isRecord(value[index]) && join(item, value[index]));
    else setOwn(target, key, value);
  }
}
