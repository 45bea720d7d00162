/**
 * Which planner to ask when it is left to us. Apollo's is known to give wrong data for some supergraphs, without an error: what tells those apart is read
 * from the supergraph's own directives, one rule for each. Guarantees nothing about faults that nobody knows of.
 */
import { Kind, parse, print, visit, type ConstDirectiveNode, type DocumentNode, type FieldDefinitionNode, type FieldNode, type InterfaceTypeDefinitionNode, type ObjectTypeDefinitionNode } from 'graphql';
import type { PlannerName } from './planning-messages.js';

/** Names of fields with which Apollo's planner may be wrong. */
export type Doubts = ReadonlySet<string>;

export type OwnPlanner = Exclude<PlannerName, 'auto'>;
type TypeWithFields = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/** One field of the supergraph that needs others first. */
interface Requiring {
  readonly type: TypeWithFields;
  readonly name: string;
  readonly graph: string;
  /** Every field that is named in what it needs, at whatever depth, with its arguments as text. */
  readonly needs: readonly (readonly [name: string, args: string])[];
}

const NAME = /[A-Za-z_]\w*/g;

/** In this order, the next when one finds no way. One that is known to be wrong with a field of the operation is not asked at all. */
export function plannersFor(operation: string, doubts: Doubts): readonly OwnPlanner[] {
  return operation.match(NAME)?.some((name) => doubts.has(name)) ? ['hive'] : ['apollo', 'hive'];
}

export function doubtsOf(supergraph: DocumentNode): Doubts {
  const types = supergraph.definitions.filter((one) => one.kind === Kind.OBJECT_TYPE_DEFINITION || one.kind === Kind.INTERFACE_TYPE_DEFINITION);
  const requiring = types.flatMap(requiringIn);
  const wrong = [...conflictingRequires(requiring), ...firstKeyLeadsNowhere(requiring), ...types.flatMap(onlyWhereUnresolvable)];
  return withDependants(new Set(wrong), requiring);
}

/** Apollo's fetches one field with two lists of arguments under one key: both who need it are given the same value. */
function conflictingRequires(requiring: readonly Requiring[]): string[] {
  const all = requiring.flatMap(({ needs }) => needs);
  const lists = new Map(all);
  const conflicting = new Set(all.flatMap(([name, args]) => (lists.get(name) === args ? [] : [name])));
  return requiring.filter(({ needs }) => needs.some(([name]) => conflicting.has(name))).map(({ name }) => name);
}

/** Apollo's comes back to a subgraph with the first key that this one has, also when it does not resolve that one: no entity, and null without an error. */
function firstKeyLeadsNowhere(requiring: readonly Requiring[]): string[] {
  return requiring.filter(({ type, graph }) => keysOf(type, graph)[0]?.resolvable === false).map(({ name }) => name);
}

/** There is no way to such a field from another subgraph. Apollo's then asks nothing at all and tells null without an error; Hive's refuses. */
function onlyWhereUnresolvable(type: TypeWithFields): string[] {
  const unresolvable = new Set(objectGraphs(type).filter((graph) => keysOf(type, graph).every(({ resolvable }) => !resolvable)));
  const fields = unresolvable.size === 0 ? [] : (type.fields ?? []);
  return fields.filter((field) => hasOwners(field) && ownersOf(field).every((graph) => unresolvable.has(graph))).map(({ name }) => name.value);
}

/** Who asks for what needs a doubtful field asks for that field, without naming it. */
function withDependants(names: Set<string>, requiring: readonly Requiring[]): Set<string> {
  const more = requiring.filter(({ name, needs }) => !names.has(name) && needs.some(([needed]) => names.has(needed)));
  return more.length === 0 ? names : withDependants(new Set([...names, ...more.map(({ name }) => name)]), requiring);
}

function requiringIn(type: TypeWithFields): Requiring[] {
  return (type.fields ?? []).flatMap((field) =>
    directives(field, 'join__field').flatMap((one) => {
      const requires = argument(one, 'requires');
      return requires === null ? [] : [{ type, name: field.name.value, graph: argument(one, 'graph') ?? '', needs: needsIn(requires) }];
    }),
  );
}

function needsIn(fieldSet: string): (readonly [string, string])[] {
  const needs: (readonly [string, string])[] = [];
  const note = ({ name, arguments: args = [] }: FieldNode): void => void needs.push([name.value, args.map(print).toSorted().join(', ')]);
  visit(parse(`{${fieldSet}}`, { noLocation: true }), { Field: note });
  return needs;
}

function keysOf(type: TypeWithFields, graph: string): { readonly resolvable: boolean }[] {
  const own = directives(type, 'join__type').filter((one) => argument(one, 'graph') === graph && argument(one, 'key') !== null);
  return own.map((one) => ({ resolvable: argument(one, 'resolvable') !== 'false' }));
}

/** The subgraphs that know this interface as one object type. */
function objectGraphs(type: TypeWithFields): string[] {
  return directives(type, 'join__type').flatMap((one) => (argument(one, 'isInterfaceObject') === 'true' ? [argument(one, 'graph') ?? ''] : []));
}

/** Without any it is of all subgraphs of its type. */
function hasOwners(field: FieldDefinitionNode): boolean {
  return directives(field, 'join__field').length > 0;
}

function ownersOf(field: FieldDefinitionNode): string[] {
  return directives(field, 'join__field').flatMap((one) => (argument(one, 'external') === 'true' ? [] : [argument(one, 'graph') ?? '']));
}

function directives(node: TypeWithFields | FieldDefinitionNode, name: string): ConstDirectiveNode[] {
  return (node.directives ?? []).filter((one) => one.name.value === name);
}

/** As text, whatever kind of value it is. */
function argument({ arguments: args = [] }: ConstDirectiveNode, name: string): string | null {
  const value = args.find((one) => one.name.value === name)?.value;
  if (!value) return null;
  return value.kind === Kind.STRING ? value.value : print(value);
}
