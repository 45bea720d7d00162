/**
 * One world behind all subgraphs: every value follows from the object, the field and the arguments, so that whoever is asked says the same. An object is
 * its type and its id; of an entity there are three, a value lives where it was found.
 */
import { createHash } from 'node:crypto';
import { isObjectType, parse, parseType, parseValue, valueFromASTUntyped, type ArgumentNode, type GraphQLSchema, type SelectionNode, type TypeNode } from 'graphql';
import { fieldOf, type ArgumentModel, type FederationModel, type FieldModel, type ObjectModel } from './model.js';

export interface Thing {
  readonly type: string;
  readonly id: string;
  /** What a subgraph was told of it; absent where all is known. */
  readonly told?: Readonly<Record<string, unknown>> | undefined;
}

export const ENTITIES = 3;

export function hash(text: string): number {
  return createHash('sha1').update(text).digest().readUInt32BE(0);
}

/** A key field says the object's id in its own way. */
export const KEY_FIELDS: Readonly<Record<string, (thing: Thing) => unknown>> = {
  id: ({ id }) => id,
  code: ({ id }) => `code ${id}`,
  part: ({ id }) => hash(id) % 2,
  ref: ({ type, id }) => ({ type: `${type}Ref`, id }),
};

export class World {
  /** Commands done, in order. */
  readonly done: string[] = [];

  constructor(
    readonly model: FederationModel,
    /** Other seeds are other worlds. */
    private readonly seed: number,
  ) {}

  entity(type: string, n: number): Thing {
    return { type, id: `${type}:${n}` };
  }

  /** The entity that says all of this of itself. */
  find(type: string, representation: Readonly<Record<string, unknown>>): Thing | null {
    const types = this.model.interfaces.find(({ name }) => name === type)?.members ?? [type];
    const all = types.flatMap((type) => Array.from({ length: ENTITIES }, (_, n) => this.entity(type, n)));
    const thing = all.find((thing) => Object.entries(KEY_FIELDS).some(([name]) => name in representation && name !== 'part') && all.length > 0 && this.fits(thing, representation));
    return thing ? { ...thing, told: representation } : null;
  }

  /** What a field of an object is. `seen`: the type as the asking schema knows it. */
  value(thing: Thing, name: string, args: Readonly<Record<string, unknown>>): unknown {
    const key = keyValue(thing, name);
    if (key !== undefined && !fieldOf(this.model, thing.type, name)) return key;
    const field = fieldOf(this.model, thing.type, name);
    if (!field) throw new TypeError(`${thing.type} has no ${name}`);
    if (thing.type === 'Mutation') this.done.push(name);
    const facts = thing.type === 'Mutation' ? `after ${this.done.length}` : field.requires ? JSON.stringify(this.told(thing, field.requires)) : '';
    const at = `${this.seed} ${thing.id}.${name}${canonical(args)}${facts}`;
    return this.make(parseType(field.type), field, at, field.strict.length > 0);
  }

  private make(type: TypeNode, field: FieldModel, at: string, promised: boolean): unknown {
    if (type.kind === 'NonNullType') return this.make(type.type, field, at, true);
    if (!promised && hash(`${at} null`) % 7 === 0) return null;
    if (type.kind === 'ListType') return Array.from({ length: hash(`${at} length`) % 4 }, (_, n) => this.make(type.type, field, `${at}#${n}`, false));
    return this.leafOrThing(type.name.value, field, at);
  }

  private leafOrThing(name: string, field: FieldModel, at: string): unknown {
    const number = hash(at);
    const scalar = SCALARS[name];
    if (scalar) return scalar(number);
    const possible = field.possible[number % Math.max(1, field.possible.length)];
    if (possible === undefined) throw new TypeError(`no value for ${name}`);
    const object = this.model.objects.find(({ name }) => name === possible);
    if (!object) return possible;
    return object.keys.size > 0 ? this.entity(possible, Math.floor(number / 16) % ENTITIES) : { type: possible, id: at };
  }

  private fits(thing: Thing, representation: Readonly<Record<string, unknown>>): boolean {
    return Object.keys(KEY_FIELDS).every((name) => {
      if (!(name in representation)) return true;
      const value = keyValue(thing, name);
      const told = representation[name];
      return name === 'ref' ? isRecord(told) && told['n'] === refNumber(thing) : told === value;
    });
  }

  /** What a subgraph was told of an object, or in truth is so: the same, as long as nobody failed. */
  private told(thing: Thing, selection: string): unknown {
    return thing.told ? restricted(thing.told, selectionsOf(selection)) : this.truth(thing, selectionsOf(selection));
  }

  private truth(value: unknown, selections: readonly SelectionNode[]): unknown {
    if (Array.isArray(value)) return value.map((item) => this.truth(item, selections));
    if (!isThing(value) || selections.length === 0) return value;
    return Object.fromEntries(
      selections.flatMap((selection) => {
        if (selection.kind !== 'Field') return [];
        const args = withDefaults(fieldOf(this.model, value.type, selection.name.value)?.args ?? [], selection.arguments ?? []);
        return [[selection.name.value, this.truth(this.value(value, selection.name.value, args), selection.selectionSet?.selections ?? [])]];
      }),
    );
  }
}

/** As a schema would read them. */
function withDefaults(declared: readonly ArgumentModel[], given: readonly ArgumentNode[]): Record<string, unknown> {
  const said = new Map(given.map(({ name, value }) => [name.value, valueFromASTUntyped(value)] as const));
  return Object.fromEntries(
    declared.flatMap(({ name, type, defaultValue }) => {
      if (!said.has(name)) return defaultValue === undefined ? [] : [[name, valueFromASTUntyped(parseValue(defaultValue))]];
      const value: unknown = said.get(name);
      return [[name, type.includes('Filter') ? filled(value) : value]];
    }),
  );
}

/** `input Filter { a: Int = 2 ... }` */
function filled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(filled);
  return isRecord(value) ? { a: 2, ...value } : value;
}

const SCALARS: Readonly<Record<string, (n: number) => unknown>> = {
  ID: (n) => `id${n % 1000}`,
  String: (n) => ['', 'plain', 'with "quotes" and \\', 'line\nbreak', 'é漢😀'][n % 5] + String(n % 100),
  Int: (n) => (n % 2000) - 1000,
  Float: (n) => (n % 1000) / 8,
  Boolean: (n) => n % 2 === 0,
  Json: (n) => [{ a: n % 10, b: [null, { 'c d': 'x' }] }, [1, [2]], 'text', n % 100, { id: 'inner', __typename: 'Fake' }][n % 5],
};

function keyValue(thing: Thing, name: string): unknown {
  if (thing.type.endsWith('Ref') && name === 'n') return refNumber(thing);
  return Object.hasOwn(KEY_FIELDS, name) ? KEY_FIELDS[name]?.(thing) : undefined;
}

const refNumber = ({ id }: Thing): string => `ref ${id}`;

export function isThing(value: unknown): value is Thing {
  return isRecord(value) && typeof value['type'] === 'string' && typeof value['id'] === 'string';
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function canonical(args: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(sorted(args));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.keys(value).toSorted().map((key) => [key, sorted(value[key])]));
}

function selectionsOf(selection: string): readonly SelectionNode[] {
  const [definition] = parse(`{ ${selection} }`).definitions;
  return definition?.kind === 'OperationDefinition' ? definition.selectionSet.selections : [];
}

function restricted(value: unknown, selections: readonly SelectionNode[]): unknown {
  if (Array.isArray(value)) return value.map((item) => restricted(item, selections));
  if (!isRecord(value) || selections.length === 0) return value;
  return Object.fromEntries(selections.flatMap((selection) => (selection.kind === 'Field' ? [[selection.name.value, restricted(value[selection.name.value] ?? null, selection.selectionSet?.selections ?? [])]] : [])));
}

/** The type that an object has in this schema: an interface object goes by the name of its interface. */
export function typeIn(schema: GraphQLSchema, model: FederationModel, type: string): string {
  if (isObjectType(schema.getType(type))) return type;
  return model.interfaces.find(({ name, members }) => members.includes(type) && isObjectType(schema.getType(name)))?.name ?? type;
}

export const isEntity = (object: ObjectModel): boolean => object.keys.size > 0;
