/** An operation, compiled into what writes its answers: JSON text, in the order in which it was asked, with nothing that was not asked. */
import { Kind, type DocumentNode, type GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { Fetched } from '../execution/fetched.js';
import { decidingVariables } from './conditions.js';
import { fieldsWriter } from './write-object.js';
import { NULL, Writing, type Write } from './writing.js';

export interface WrittenAnswer {
  /** JSON text of `data`. */
  readonly data: string;
  readonly errors: readonly GraphQLError[];
}

/** `variables`: with the defaults of the operation. */
export type WriteAnswer = (fetched: Fetched, variables: Readonly<Record<string, unknown>>) => WrittenAnswer;

/** More sets of truths than anybody asks one operation with; what was compiled for the first ones is then forgotten. */
const MAX_VARIANTS = 64;

/** `document`: one operation and its fragments, with fields under the keys as planned. */
export function compileAnswer(schema: GraphQLSchema, document: DocumentNode): WriteAnswer {
  const deciding = decidingVariables(document);
  const variants = new Map<string, Write>();
  return ({ tree, errors }, variables) => {
    if (tree === null) return { data: NULL, errors };
    const write = variantFor(variants, deciding.map((name) => variables[name] === true), (truths) => compileRoot(schema, document, new Map(deciding.map((name, at) => [name, truths[at] === true]))));
    const writing = new Writing(errors);
    const data = write(tree, writing) ?? NULL;
    return { data, errors: writing.errors.length > 0 ? [...errors, ...writing.errors] : errors };
  };
}

function variantFor(variants: Map<string, Write>, truths: readonly boolean[], compile: (truths: readonly boolean[]) => Write): Write {
  const key = truths.map(Number).join('');
  const known = variants.get(key);
  if (known) return known;
  const compiled = compile(truths);
  if (variants.size >= MAX_VARIANTS) variants.clear();
  variants.set(key, compiled);
  return compiled;
}

function compileRoot(schema: GraphQLSchema, document: DocumentNode, truths: ReadonlyMap<string, boolean>): Write {
  const operation = document.definitions.find((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION);
  const root = operation && schema.getRootType(operation.operation);
  if (!root) throw new TypeError('an operation that the schema does not have');
  const fragments = new Map(document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION).map((one) => [one.name.value, one]));
  return fieldsWriter({ schema, fragments, truths, places: { next: 0 } }, root, [operation.selectionSet]);
}
