/**
 * One normal form for all documents that ask the same: one operation, the fragments that it uses, no literals, fields with arguments or other
 * names under marked keys. Documents of one form share a plan; the answers are those of the document as it was sent, once the marks are taken off.
 */
import { Kind, typeFromAST, type DocumentNode, type GraphQLInputType, type GraphQLObjectType, type GraphQLSchema, type NamedTypeNode, type OperationDefinitionNode, type VariableDefinitionNode } from 'graphql';
import { jsonOf, LiftedLiterals } from './normalise-literals.js';
import { Marks } from './normalise-marks.js';
import { plannedText } from './normalise-planned.js';
import { NormalSelections } from './normalise-selections.js';

export interface NormalOperation {
  /** For the planner, without introspection; null when nothing has to be fetched. */
  readonly text: string | null;
  /**
   * For who writes the answer: the operation and the fragments that it uses, with marked keys as aliases, and with what it asks about the schema as the
   * client wrote it. A selection set is empty where nothing of it is ever asked.
   */
  readonly document: DocumentNode;
  /** Of the variables that stand for literals, and the defaults of the client's: his own values go over them. Has no prototype. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** `document` is valid for `schema`; `operationName` null when it has one operation. */
export function normalise(schema: GraphQLSchema, document: DocumentNode, operationName: string | null): NormalOperation {
  const source = operationIn(document, operationName);
  const sources = new Map(document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [])));
  const definitions = source.variableDefinitions ?? [];
  const literals = new LiftedLiterals(new Set(definitions.map(({ variable }) => variable.name.value)));
  const selections = new NormalSelections(schema, sources, new Marks(), literals);
  const root = rootOf(schema, source);
  const selectionSet = selections.of(source.selectionSet, root);
  const operation = { ...source, variableDefinitions: [...definitions, ...literals.definitions], selectionSet };
  for (const definition of definitions) addDefault(literals.values, schema, definition);
  const normal: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...selections.fragments.values()] };
  return { text: plannedText(schema, root, operation, selections.fragments), document: normal, values: literals.values };
}

function operationIn(document: DocumentNode, name: string | null): OperationDefinitionNode {
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION && (name === null || one.name?.value === name));
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new TypeError('no such operation in the document');
  return operation;
}

function rootOf(schema: GraphQLSchema, { operation }: OperationDefinitionNode): GraphQLObjectType {
  const root = schema.getRootType(operation);
  if (!root) throw new TypeError('the schema has no such operations');
  return root;
}

/** The text keeps the default too: without it the variable could not stand where null may not. */
function addDefault(values: Record<string, unknown>, schema: GraphQLSchema, { variable, type, defaultValue }: VariableDefinitionNode): void {
  const known = typeFromAST(schema, type as NamedTypeNode) as GraphQLInputType | undefined;
  const value = defaultValue && known && jsonOf(defaultValue, known);
  if (value !== undefined) values[variable.name.value] = value;
}
