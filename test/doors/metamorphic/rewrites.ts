/** Ways to ask the same differently. Each gives a document that must get the same decision, cost and data; null where it does not apply. */
import {
  astFromValue, Kind, OperationTypeNode, parse, parseType, print, validate, valueFromASTUntyped, isInterfaceType, isObjectType,
  type DirectiveNode, type DocumentNode, type FragmentDefinitionNode, type GraphQLSchema, type InlineFragmentNode, type NameNode, type OperationDefinitionNode, type SelectionNode, type SelectionSetNode,
} from 'graphql';
import type { Random } from '../../faults/random.js';
import { argumentsIn, BESIDE, replaced, selectionSets } from './nodes.js';
import type { Question } from './question.js';

interface Draft {
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

interface Tools {
  readonly schema: GraphQLSchema;
  readonly random: Random;
  /** A name that nothing has yet. */
  fresh(prefix: string): string;
}

type Rewrite = (draft: Draft, tools: Tools) => Draft | null;

export const REWRITES: Readonly<Record<string, Rewrite>> = {
  alias: (draft, tools) => editSelection(draft, tools, (one) => (one.kind === Kind.FIELD ? [{ ...one, alias: name(tools.fresh('z')) }] : null)),
  duplicate: (draft, tools) => editSelection(draft, tools, (one) => [one, one]),
  wrap: (draft, tools) => editSelection(draft, tools, (one, type) => [inline([one], type)]),
  wrapBare: (draft, tools) => editSelection(draft, tools, (one) => [inline([one], null)]),
  wrapInInterface: (draft, tools) => editSelection(draft, tools, (one, type) => inInterface(one, type, tools)),
  splitOverTypes: (draft, tools) => editSelection(draft, tools, (one, type) => overTypes(one, type, tools)),
  include: (draft, tools) => editSelection(draft, tools, (one) => [{ ...one, directives: [...(one.directives ?? []), condition(tools.random)] }]),
  includeByVariable,
  reorder,
  extractFragment,
  inlineFragments,
  toVariable,
  toDefault: (draft, tools) => toVariable(draft, tools, true),
  toLiteral,
  besideAnother,
};

/** One after the other; those that do not apply, or give what is not valid, are left out. `done`: the names of those that were. */
export function rewrite(question: Question, names: readonly string[], schema: GraphQLSchema, random: Random): { question: Question; done: string[] } {
  let draft: Draft = { ...question, document: parse(question.query, { noLocation: true }) };
  const done: string[] = [];
  const tools: Tools = { schema, random, fresh: (prefix) => freshIn(draft.document, prefix) };
  for (const one of names) {
    const next = REWRITES[one]?.(draft, tools);
    if (!next) continue;
    const document = parse(print(next.document), { noLocation: true });
    if (validate(schema, document).length > 0) continue;
    draft = { ...next, document };
    done.push(one);
  }
  return { question: { query: print(draft.document), operationName: draft.operationName, variables: draft.variables }, done };
}

function editSelection(draft: Draft, { schema, random }: Tools, edit: (one: SelectionNode, type: string) => readonly SelectionNode[] | null): Draft | null {
  const { node, type } = random.pick(selectionSets(draft.document, schema));
  const at = random.below(node.selections.length);
  const one = node.selections[at];
  const edited = one && edit(one, type.name);
  if (!edited) return null;
  return { ...draft, document: replaced(draft.document, node, { ...node, selections: [...node.selections.slice(0, at), ...edited, ...node.selections.slice(at + 1)] }) };
}

function inInterface(one: SelectionNode, typeName: string, { schema, random }: Tools): readonly SelectionNode[] | null {
  const type = schema.getType(typeName);
  const interfaces = isObjectType(type) && one.kind === Kind.FIELD ? type.getInterfaces().filter((each) => Object.hasOwn(each.getFields(), one.name.value)) : [];
  return interfaces.length > 0 ? [inline([one], random.pick(interfaces).name)] : null;
}

function overTypes(one: SelectionNode, typeName: string, { schema }: Tools): readonly SelectionNode[] | null {
  const type = schema.getType(typeName);
  return isInterfaceType(type) && one.kind === Kind.FIELD && one.name.value !== '__typename' ? schema.getPossibleTypes(type).map((each) => inline([one], each.name)) : null;
}

function includeByVariable(draft: Draft, tools: Tools): Draft | null {
  const variable = tools.fresh('c');
  const skips = tools.random.chance(0.5);
  const directive: DirectiveNode = { kind: Kind.DIRECTIVE, name: name(skips ? 'skip' : 'include'), arguments: [{ kind: Kind.ARGUMENT, name: name('if'), value: { kind: Kind.VARIABLE, name: name(variable) } }] };
  const edited = editSelection(draft, tools, (one) => [{ ...one, directives: [...(one.directives ?? []), directive] }]);
  return edited && declared({ ...edited, variables: { ...edited.variables, [variable]: !skips } }, variable, 'Boolean!');
}

function reorder(draft: Draft, { schema, random }: Tools): Draft {
  const { node } = random.pick(selectionSets(draft.document, schema));
  const selections = random.shuffled(node.selections).map((one) => (one.kind === Kind.FIELD ? { ...one, arguments: random.shuffled(one.arguments ?? []) } : one));
  return { ...draft, document: replaced(draft.document, node, { ...node, selections }) };
}

function extractFragment(draft: Draft, tools: Tools): Draft {
  const { node, type } = tools.random.pick(selectionSets(draft.document, tools.schema));
  const fragment = tools.fresh('F');
  const cut = 1 + tools.random.below(node.selections.length);
  const spread: SelectionNode = { kind: Kind.FRAGMENT_SPREAD, name: name(fragment) };
  const document = replaced(draft.document, node, { ...node, selections: [spread, ...node.selections.slice(cut)] });
  const definition: FragmentDefinitionNode = { kind: Kind.FRAGMENT_DEFINITION, name: name(fragment), typeCondition: named(type.name), selectionSet: set(node.selections.slice(0, cut)) };
  return { ...draft, document: { ...document, definitions: [...document.definitions, definition] } };
}

/** All of them: one that is used no more is not valid. */
function inlineFragments(draft: Draft): Draft | null {
  const fragments = new Map(draft.document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION).map((one) => [one.name.value, one]));
  if (fragments.size === 0) return null;
  const filled = ({ selections }: SelectionSetNode): SelectionSetNode => set(selections.map((one): SelectionNode => {
    if (one.kind !== Kind.FRAGMENT_SPREAD) return one.selectionSet ? { ...one, selectionSet: filled(one.selectionSet) } as SelectionNode : one;
    const fragment = fragments.get(one.name.value);
    return fragment ? { kind: Kind.INLINE_FRAGMENT, directives: one.directives, typeCondition: fragment.typeCondition, selectionSet: filled(fragment.selectionSet) } : one;
  }));
  const operations = draft.document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION).map((one) => ({ ...one, selectionSet: filled(one.selectionSet) }));
  return { ...draft, document: { ...draft.document, definitions: operations } };
}

function toVariable(draft: Draft, tools: Tools, asDefault = false): Draft | null {
  const literals = argumentsIn(draft.document, tools.schema).filter(({ node }) => node.value.kind !== Kind.VARIABLE && !print(node.value).includes('$'));
  if (literals.length === 0) return null;
  const { node, type } = tools.random.pick(literals);
  const variable = tools.fresh('v');
  const document = replaced(draft.document, node, { ...node, value: { kind: Kind.VARIABLE, name: name(variable) } });
  if (asDefault) return declared({ ...draft, document }, variable, String(type).replace(/!$/, ''), print(node.value));
  return declared({ ...draft, document, variables: { ...draft.variables, [variable]: valueFromASTUntyped(node.value) } }, variable, String(type));
}

function toLiteral(draft: Draft, tools: Tools): Draft | null {
  const given = argumentsIn(draft.document, tools.schema).filter(({ node: { value } }) => value.kind === Kind.VARIABLE && Object.hasOwn(draft.variables, value.name.value));
  if (given.length === 0) return null;
  const { node, type } = tools.random.pick(given);
  const variable = node.value.kind === Kind.VARIABLE ? node.value.name.value : '';
  const value = astFromValue(draft.variables[variable], type);
  if (!value) return null;
  const { [variable]: _gone, ...variables } = draft.variables;
  const document = replaced(draft.document, node, { ...node, value });
  const undeclared = document.definitions.map((one) => (one.kind === Kind.OPERATION_DEFINITION ? { ...one, variableDefinitions: one.variableDefinitions?.filter((each) => each.variable.name.value !== variable) } : one));
  return { ...draft, variables, document: { ...document, definitions: undeclared } };
}

/** The operation that runs is named; another stands beside it. */
function besideAnother(draft: Draft, { random }: Tools): Draft | null {
  if (draft.operationName !== null) return null;
  const beside: OperationDefinitionNode = { kind: Kind.OPERATION_DEFINITION, operation: OperationTypeNode.QUERY, name: name(BESIDE), selectionSet: set([{ kind: Kind.FIELD, name: name('__typename') }]) };
  const own = draft.document.definitions.map((one) => (one.kind === Kind.OPERATION_DEFINITION ? { ...one, name: name('Mine') } : one));
  return { ...draft, operationName: 'Mine', document: { ...draft.document, definitions: random.chance(0.5) ? [beside, ...own] : [...own, beside] } };
}

function declared(draft: Draft, variable: string, type: string, defaultValue?: string): Draft {
  const definition = parse(`query (${`$${variable}: ${print(parseType(type))}`}${defaultValue === undefined ? '' : ` = ${defaultValue}`}) { a }`, { noLocation: true }).definitions[0];
  const more = definition?.kind === Kind.OPERATION_DEFINITION ? (definition.variableDefinitions ?? []) : [];
  const definitions = draft.document.definitions.map((one) => (one.kind === Kind.OPERATION_DEFINITION && one.name?.value !== BESIDE ? { ...one, variableDefinitions: [...(one.variableDefinitions ?? []), ...more] } : one));
  return { ...draft, document: { ...draft.document, definitions } };
}

function condition(random: Random): DirectiveNode {
  const skips = random.chance(0.5);
  return { kind: Kind.DIRECTIVE, name: name(skips ? 'skip' : 'include'), arguments: [{ kind: Kind.ARGUMENT, name: name('if'), value: { kind: Kind.BOOLEAN, value: !skips } }] };
}

function freshIn(document: DocumentNode, prefix: string): string {
  const text = print(document);
  let number = 1;
  while (new RegExp(`\\b${prefix}${number}\\b`).test(text)) number += 1;
  return `${prefix}${number}`;
}

const name = (value: string): NameNode => ({ kind: Kind.NAME, value });
const named = (value: string) => ({ kind: Kind.NAMED_TYPE, name: name(value) }) as const;
const set = (selections: readonly SelectionNode[]): SelectionSetNode => ({ kind: Kind.SELECTION_SET, selections });
const inline = (selections: readonly SelectionNode[], type: string | null): InlineFragmentNode => ({ kind: Kind.INLINE_FRAGMENT, selectionSet: set(selections), ...(type === null ? {} : { typeCondition: named(type) }) });
