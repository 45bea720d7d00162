/**
 * Every way through a schema from a root to a protected field on which no type is passed twice: through interfaces and through
 * each of their concrete types, through unions, connections and references back. The ways are found in the schema, so that a field
 * that somebody adds tomorrow is a way tomorrow.
 */
import { getNamedType, type GraphQLField, type GraphQLNamedType, type GraphQLSchema, isAbstractType, isCompositeType, isInterfaceType, isObjectType } from 'graphql';

export interface PathStep {
  /** The type whose field is asked: an interface, or an object type. */
  readonly parent: string;
  readonly field: string;
  /** True when `parent` is one of several types that may stand here, so that a fragment must name it. */
  readonly narrowed: boolean;
}

export type Path = readonly PathStep[];

export interface Enumeration {
  readonly schema: GraphQLSchema;
  /** Is this coordinate one of those that must be guarded? */
  isProtected(parent: string, field: string): boolean;
  /** Fields that cannot be asked here, for want of a value for an argument for instance. */
  isClosed?(parent: string, field: string): boolean;
  /** Steps at most; the gateway refuses deeper ones anyway. */
  readonly longest: number;
}

/** From the fields of `root`, which is itself the first type passed. */
export function pathsFrom(root: string, enumeration: Enumeration): Path[] {
  const type = enumeration.schema.getType(root);
  if (!type) throw new Error(`the schema has no type ${root}`);
  const found: Path[] = [];
  walk(enumeration, type, false, [], new Set(), found);
  return found;
}

export function pathText(path: Path): string {
  return path.map(({ parent, field, narrowed }) => (narrowed ? `<${parent}>${field}` : field)).join('.');
}

export const coordinate = ({ parent, field }: PathStep): string => `${parent}.${field}`;

function walk(to: Enumeration, type: GraphQLNamedType, narrowed: boolean, path: Path, passed: ReadonlySet<string>, found: Path[]): void {
  if (path.length >= to.longest || passed.has(type.name)) return;
  const here = new Set([...passed, type.name]);
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) step(to, type, field, narrowed, path, here, found);
  }
  if (isAbstractType(type)) for (const possible of to.schema.getPossibleTypes(type)) walk(to, possible, true, path, here, found);
}

function step(to: Enumeration, parent: GraphQLNamedType, field: GraphQLField<unknown, unknown>, narrowed: boolean, path: Path, passed: ReadonlySet<string>, found: Path[]): void {
  if (to.isClosed?.(parent.name, field.name)) return;
  const longer = [...path, { parent: parent.name, field: field.name, narrowed }];
  if (to.isProtected(parent.name, field.name)) found.push(longer);
  const below = getNamedType(field.type);
  if (isCompositeType(below)) walk(to, below, false, longer, passed, found);
}
