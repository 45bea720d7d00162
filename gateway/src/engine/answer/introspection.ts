/** Questions about the schema are answered from the schema itself; no subgraph hears of them. */
import { execute, Kind, type DocumentNode, type ExecutionResult, type FragmentDefinitionNode, type GraphQLSchema, type OperationDefinitionNode, type SelectionNode, type SelectionSetNode } from 'graphql';
import type { Fetched } from '../execution/fetched.js';

type Fetching = (fetched: Fetched, variables: Readonly<Record<string, unknown>>) => Fetched;

/** Lays what an operation asks about the schema beside what was fetched for it. `document`: one operation and its fragments. */
export function withIntrospection(schema: GraphQLSchema, document: DocumentNode): Fetching {
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  const asked = operation ? introspectionIn(document, operation) : null;
  if (!asked) return (fetched) => fetched;
  return ({ tree, errors }, variables) => {
    const answer = answerIntrospection(schema, asked, variables);
    return { tree: tree && (Object.assign(Object.create(null), tree, answer.data) as Fetched['tree']), errors: [...errors, ...(answer.errors ?? [])] };
  };
}

const ABOUT_THE_SCHEMA = new Set(['__schema', '__type']);

/** The part of a document, as the client sent it, that asks about the schema; null when nothing does. `operation` is the one that runs. */
export function introspectionIn(document: DocumentNode, operation: OperationDefinitionNode): DocumentNode | null {
  const fragments = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  const selections = aboutTheSchema(operation.selectionSet, new Map(fragments.map((one) => [one.name.value, one])));
  if (selections.length === 0) return null;
  return { kind: Kind.DOCUMENT, definitions: [{ ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections } }, ...fragments] };
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

function aboutTheSchema({ selections }: SelectionSetNode, fragments: Fragments): SelectionNode[] {
  return selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind === Kind.FIELD) return ABOUT_THE_SCHEMA.has(selection.name.value) ? [selection] : [];
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
    const kept = fragment ? aboutTheSchema(fragment.selectionSet, fragments) : [];
    return kept.length > 0 ? [{ kind: Kind.INLINE_FRAGMENT, directives: selection.directives, selectionSet: { kind: Kind.SELECTION_SET, selections: kept } }] : [];
  });
}

export function answerIntrospection(schema: GraphQLSchema, document: DocumentNode, variables: Readonly<Record<string, unknown>>): ExecutionResult {
  const result = execute({ schema, document, rootValue: {}, variableValues: { ...variables } });
  if (result instanceof Promise) throw new TypeError('introspection waits for nobody');
  return result;
}
