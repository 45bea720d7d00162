/** A federation as it is thought out before it is written down: which type stands in which subgraphs, and who answers for which field. */
export interface ArgumentModel {
  readonly name: string;
  /** As in SDL. */
  readonly type: string;
  /** As in SDL. */
  readonly defaultValue?: string | undefined;
}

export interface FieldModel {
  readonly name: string;
  /** As in SDL, as the merged schema has it. */
  readonly type: string;
  readonly args: readonly ArgumentModel[];
  /** Subgraphs, by number, that answer for it. */
  readonly owners: readonly number[];
  /** Owners that promise a value where the merged schema does not. */
  readonly strict: readonly number[];
  /** Subgraphs that name it @external. */
  readonly external: Set<number>;
  /** What of the same object its only owner needs first: its value is made of that. */
  readonly requires?: string | undefined;
  /** What its only owner says along with it. */
  readonly provides?: string | undefined;
  /** The subgraph it was taken away from, where it still stands with a wrong answer. */
  readonly takenFrom?: number | undefined;
  /** Types or enum values that it may have as a value; of a scalar none. */
  readonly possible: readonly string[];
}

export interface ObjectModel {
  readonly name: string;
  /** Key selections by subgraph; empty for a value type. */
  readonly keys: ReadonlyMap<number, readonly string[]>;
  readonly at: readonly number[];
  readonly fields: FieldModel[];
  readonly interfaces: readonly string[];
  /** Key selections without @key(resolvable: true). */
  readonly unresolvable: ReadonlySet<number>;
}

export interface InterfaceModel {
  readonly name: string;
  readonly at: readonly number[];
  readonly members: readonly string[];
  readonly fields: readonly FieldModel[];
  /** It has a key, and this subgraph knows it as one object type. */
  readonly objectAt?: number | undefined;
  /** What that subgraph adds to every member. */
  readonly added: readonly FieldModel[];
}

export interface UnionModel {
  readonly name: string;
  readonly at: readonly number[];
  readonly members: readonly string[];
}

export interface EnumModel {
  readonly name: string;
  readonly values: readonly string[];
  /** Values that one subgraph does not know; only of an enum that no argument has. */
  readonly unknown: ReadonlyMap<number, string>;
}

export interface FederationModel {
  readonly subgraphs: number;
  readonly objects: readonly ObjectModel[];
  readonly interfaces: readonly InterfaceModel[];
  readonly unions: readonly UnionModel[];
  readonly enums: readonly EnumModel[];
  readonly queries: readonly FieldModel[];
  readonly mutations: readonly FieldModel[];
}

/** What some differences of the library come from. */
export interface Features {
  readonly requiresWithArguments: boolean;
  readonly requires: boolean;
}

export function fieldOf(model: FederationModel, type: string, name: string): FieldModel | undefined {
  if (type === 'Query') return model.queries.find((field) => field.name === name);
  if (type === 'Mutation') return model.mutations.find((field) => field.name === name);
  const object = model.objects.find((object) => object.name === type);
  const own = object?.fields.find((field) => field.name === name);
  return own ?? model.interfaces.filter(({ members }) => members.includes(type)).flatMap(({ added }) => added).find((field) => field.name === name);
}

export function featuresOf(model: FederationModel): Features {
  const requires = requiresOf(model);
  return { requires: requires.length > 0, requiresWithArguments: requires.some((text) => text.includes('(')) };
}

/** Of all that a subgraph may be told of an object. */
export function requiredNames(model: FederationModel): ReadonlySet<string> {
  return new Set(['__typename', 'id', 'code', 'part', 'ref', 'n', ...requiresOf(model).flatMap((text) => text.match(/\w+/g) ?? [])]);
}

function requiresOf(model: FederationModel): string[] {
  return [...model.objects.flatMap(({ fields }) => fields), ...model.interfaces.flatMap(({ added }) => added)].flatMap(({ requires }) => requires ?? []);
}
