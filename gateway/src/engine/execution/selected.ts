/** What a fetch selects, read from the text of its document once: by the keys of its answer, each with the types that it is selected of. */
import { Kind, parse, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';
import type { SupergraphTypes } from './types.js';

export interface SelectedField {
  /** In the answer; after the rewrites of the fetch. */
  readonly key: string;
  /** All of these must cover the object. */
  readonly conditions: readonly string[];
  /** Null for a value without parts. */
  readonly parts: Selected | null;
}

export type Selected = readonly SelectedField[];

/** Each key once, for an object of one type. */
export type SelectedKeys = ReadonlyMap<string, Selected | null>;

/** The root selection of the one operation in `text`. `renamed`: what a rewrite makes of a key. */
export function selectedBy(text: string, renamed: ReadonlyMap<string, string>): Selected {
  const document = parse(text, { noLocation: true });
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new TypeError('a fetch without an operation');
  return fieldsOf(operation.selectionSet, [], { fragments: fragmentsOf(document), renamed });
}

interface Reading {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly renamed: ReadonlyMap<string, string>;
}

function fieldsOf(set: SelectionSetNode, conditions: readonly string[], reading: Reading): Selected {
  return set.selections.flatMap((one): Selected => {
    if (one.kind === Kind.FIELD) {
      const key = (one.alias ?? one.name).value;
      return [{ key: reading.renamed.get(key) ?? key, conditions, parts: one.selectionSet ? fieldsOf(one.selectionSet, [], reading) : null }];
    }
    const fragment = one.kind === Kind.INLINE_FRAGMENT ? one : reading.fragments.get(one.name.value);
    if (!fragment) throw new TypeError('a fetch with a fragment that is not there');
    const { typeCondition } = fragment;
    return fieldsOf(fragment.selectionSet, typeCondition ? [...conditions, typeCondition.name.value] : conditions, reading);
  });
}

/** Of an object whose type is `typename`; of any object when that is undefined. */
export function keysOf(selected: Selected, typename: string | undefined, types: SupergraphTypes): SelectedKeys {
  const keys = new Map<string, Selected | null>();
  for (const { key, conditions, parts } of selected) {
    if (typename !== undefined && !conditions.every((condition) => types.covers(condition, typename))) continue;
    const before = keys.get(key);
    keys.set(key, before && parts ? [...before, ...parts] : (parts ?? before ?? null));
  }
  return keys;
}

function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  return new Map(document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION).map((one) => [one.name.value, one]));
}
