/** An operation, compiled into what writes its answers: JSON text, in the order in which it was asked, with nothing that was not asked. */
import { Kind, type DocumentNode, type GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { Fetched } from '../execution/fetched.js';
import { fieldsWriter } from './write-object.js';
import { NULL, Writing, type Write } from './writing.js';

export interface WrittenAnswer {
  /** JSON text of `data`. */
  readonly data: string;
  readonly errors: readonly GraphQLError[];
}

export type WriteAnswer = (fetched: Fetched) => WrittenAnswer;

/** `document`: one operation and its fragments, with fields under the keys as planned, and no conditions. */
export function compileAnswer(schema: GraphQLSchema, document: DocumentNode): WriteAnswer {
  const write = compileRoot(schema, document);
  return ({ tree, errors }) => {
    if (tree === null) return { data: NULL, errors };
    const writing = new Writing(errors);
    const data = write(tree, writing) ?? NULL;
    return { data, errors: writing.errors.length > 0 ? [...errors, ...writing.errors] : errors };
  };
}

function compileRoot(schema: GraphQLSchema, document: DocumentNode): Write {
  const operation = document.definitions.find((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION);
  const root = operation && schema.getRootType(operation.operation);
  if (!root) throw new TypeError('an operation that the schema does not have');
  const fragments = new Map(document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION).map((one) => [one.name.value, one]));
  return fieldsWriter({ schema, fragments, places: { next: 0 } }, root, [operation.selectionSet]);
}
