/** What an operation alone says, worked out once and kept as long as its document: never anything of a viewer, a request or a variable. */
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Resolved } from './step.js';

export type ResolvedOperation = Resolved & { readonly operation: OperationDefinitionNode };

export const isResolved = (resolved: Resolved): resolved is ResolvedOperation => resolved.operation !== undefined;

interface Found<T> {
  readonly schema: GraphQLSchema;
  readonly value: T;
}

export function perOperation<T>(find: (resolved: ResolvedOperation) => T): (resolved: ResolvedOperation) => T {
  const known = new WeakMap<DocumentNode, Map<OperationDefinitionNode, Found<T>>>();
  return (resolved) => {
    const { document, operation, schema } = resolved;
    const ofDocument = known.get(document) ?? new Map<OperationDefinitionNode, Found<T>>();
    const found = ofDocument.get(operation);
    if (found?.schema === schema) return found.value;
    const value = find(resolved);
    known.set(document, ofDocument.set(operation, { schema, value }));
    return value;
  };
}
