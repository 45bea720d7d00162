/** Whether an answer has the shape that the schema and the question promise, whatever the subgraphs said. */
import { getNamedType, isCompositeType, isEnumType, isListType, isNonNullType, isObjectType, Kind, type GraphQLObjectType, type GraphQLOutputType, type GraphQLSchema, type SelectionNode, type SelectionSetNode } from 'graphql';
import type { Question, Verdict } from './answer.js';
import { isRecord } from './world.js';

export function shapeFaults(schema: GraphQLSchema, { document, text }: Question, { data, paths }: Verdict): string[] {
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const root = operation?.kind === Kind.OPERATION_DEFINITION ? schema.getRootType(operation.operation) : null;
  if (!root || operation?.kind !== Kind.OPERATION_DEFINITION || text.includes('__schema') || text.includes('__type(')) return [];
  if (data === null) return paths.length > 0 ? [] : ['data is null without an error'];
  const fragments = new Map(document.definitions.flatMap((definition) => (definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition.selectionSet] as const] : [])));
  return new Shape(schema, fragments).object(data, [root], [operation.selectionSet], 'data');
}

type Fragments = ReadonlyMap<string, SelectionSetNode>;

class Shape {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: Fragments,
  ) {}

  /** Every key was asked for, of one of the types that the object may have, and its value fits. */
  object(value: unknown, types: readonly GraphQLObjectType[], sets: readonly SelectionSetNode[], at: string): string[] {
    if (!isRecord(value)) return [`${at} is no object`];
    return Object.entries(value).flatMap(([key, part]) => {
      const found = types.flatMap((type) => this.asked(type, sets, key).map((field) => ({ type, field })));
      if (found.length === 0) return [`${at}.${key} was not asked for`];
      const faults = types.map((type) => this.field(part, type, this.asked(type, sets, key), `${at}.${key}`));
      return faults.find((faults) => faults.length === 0) ?? faults.find((faults) => faults.length > 0) ?? [];
    });
  }

  private field(value: unknown, type: GraphQLObjectType, asked: readonly Asked[], at: string): string[] {
    const [first] = asked;
    if (!first) return [`${at} was not asked for`];
    if (first.name === '__typename') return typeof value === 'string' ? [] : [`${at} is no type name`];
    const declared = type.getFields()[first.name];
    return declared ? this.value(value, declared.type, asked.flatMap(({ below }) => below ?? []), at) : [`${at} is no field of ${type.name}`];
  }

  private value(value: unknown, type: GraphQLOutputType, sets: readonly SelectionSetNode[], at: string): string[] {
    if (isNonNullType(type)) return value === null ? [`${at} is null`] : this.value(value, type.ofType, sets, at);
    if (value === null) return [];
    if (isListType(type)) return Array.isArray(value) ? value.flatMap((item, n) => this.value(item, type.ofType, sets, `${at}[${n}]`)) : [`${at} is no list`];
    if (isCompositeType(type)) return this.object(value, isObjectType(type) ? [type] : [...this.schema.getPossibleTypes(type)], sets, at);
    if (isEnumType(type)) return typeof value === 'string' && type.getValue(value) ? [] : [`${at} is no ${type.name}`];
    return fitsScalar(getNamedType(type).name, value) ? [] : [`${at} is no ${String(type)}`];
  }

  private asked(type: GraphQLObjectType, sets: readonly SelectionSetNode[], key: string): Asked[] {
    return sets.flatMap(({ selections }) => selections.flatMap((selection) => this.of(type, selection, key)));
  }

  private of(type: GraphQLObjectType, selection: SelectionNode, key: string): Asked[] {
    if (selection.kind === Kind.FIELD) return (selection.alias ?? selection.name).value === key ? [{ name: selection.name.value, below: selection.selectionSet }] : [];
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.asked(type, [this.fragments.get(selection.name.value)].filter((set) => set !== undefined), key);
    return this.asked(type, [selection.selectionSet], key);
  }
}

interface Asked {
  readonly name: string;
  readonly below: SelectionSetNode | undefined;
}

function fitsScalar(name: string, value: unknown): boolean {
  if (name === 'Int') return Number.isInteger(value);
  if (name === 'Float') return typeof value === 'number';
  if (name === 'Boolean') return typeof value === 'boolean';
  return name === 'String' || name === 'ID' ? typeof value === 'string' : true;
}
