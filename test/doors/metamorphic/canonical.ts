/** A question's answer and refusals without the way it was written: every field by its name and what it was given, whatever it was called. */
import { Kind, parse, valueFromASTUntyped, type DocumentNode, type FieldNode, type FragmentDefinitionNode, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import type { Question } from './question.js';

type Values = Record<string, unknown>;

export class Canonical {
  private readonly operation: OperationDefinitionNode;
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly variables: Values;

  constructor({ query, operationName, variables }: Question) {
    const document: DocumentNode = parse(query, { noLocation: true });
    const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
    const operation = operations.find(({ name }) => operationName === null || name?.value === operationName);
    if (!operation) throw new TypeError('a question without an operation');
    this.operation = operation;
    this.fragments = new Map(document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION).map((one) => [one.name.value, one]));
    const defaults = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) => (defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : []));
    this.variables = { ...(Object.fromEntries(defaults) as Values), ...variables };
  }

  /** Names in the answer as the fields they stand for. */
  path(keys: readonly string[]): string {
    let sets: readonly SelectionSetNode[] = [this.operation.selectionSet];
    return keys
      .map((key) => {
        const nodes = this.fieldsOf(sets).get(key) ?? [];
        sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
        return nodes[0] ? this.nameOf(nodes[0]) : '?';
      })
      .join('/');
  }

  /** Keys sorted, so that two are the same text when they say the same. */
  data(data: unknown): string {
    return JSON.stringify(sorted(this.value(data ?? null, [this.operation.selectionSet])));
  }

  private value(value: unknown, sets: readonly SelectionSetNode[]): unknown {
    if (Array.isArray(value)) return value.map((one: unknown) => this.value(one, sets));
    if (typeof value !== 'object' || value === null) return value;
    const fields = this.fieldsOf(sets);
    const out: Values = {};
    for (const [key, below] of Object.entries(value)) {
      const nodes = fields.get(key) ?? [];
      const name = nodes[0] ? this.nameOf(nodes[0]) : '?';
      out[name] = merged(out[name], this.value(below, nodes.flatMap(({ selectionSet }) => selectionSet ?? [])));
    }
    return out;
  }

  private nameOf(field: FieldNode): string {
    const given = (field.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value, this.variables)]);
    return given.length === 0 ? field.name.value : `${field.name.value}${JSON.stringify(sorted(Object.fromEntries(given)))}`;
  }

  /** By their names in the answer; fragments are looked through. */
  private fieldsOf(sets: readonly SelectionSetNode[]): Map<string, FieldNode[]> {
    const found = new Map<string, FieldNode[]>();
    const walk = ({ selections }: SelectionSetNode): void => {
      for (const one of selections) {
        if (one.kind === Kind.FIELD) {
          const key = (one.alias ?? one.name).value;
          found.set(key, [...(found.get(key) ?? []), one]);
        } else {
          const below = one.kind === Kind.INLINE_FRAGMENT ? one : this.fragments.get(one.name.value);
          if (below) walk(below.selectionSet);
        }
      }
    };
    for (const set of sets) walk(set);
    return found;
  }
}

/** The same field under two names: what each of them shows, together. */
function merged(one: unknown, other: unknown): unknown {
  if (Array.isArray(one) && Array.isArray(other)) return one.map((item: unknown, index) => merged(item, other[index]));
  if (isObject(one) && isObject(other)) return Object.fromEntries([...new Set([...Object.keys(one), ...Object.keys(other)])].map((key) => [key, key in one && key in other ? merged(one[key], other[key]) : (one[key] ?? other[key])]));
  return other ?? one ?? null;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  return isObject(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, sorted(one)])) : value;
}

function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
