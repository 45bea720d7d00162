/** The list of known operations: every operation of operations/*.graphql by itself, with its fragments, under the SHA-256 of its text. */
import { Kind, print, separateOperations, type DocumentNode } from 'graphql';
import { sha256Hex } from '#kernel/canonical.js';

export const MANIFEST_FILE = 'operations/manifest.json';

/** In the format of Apollo's manifests, so that a company can make its own with the tools that it has. */
export function manifestOf(operations: ReadonlyMap<string, DocumentNode>): string {
  const listed = [...operations.values()].flatMap((document) => Object.values(separateOperations(document)).map(entryOf));
  return `${JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations: listed }, null, 2)}\n`;
}

function entryOf(document: DocumentNode): object {
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (!operation?.name) throw new Error('every operation of schema/operations has a name');
  const body = print(document);
  return { id: `sha256:${sha256Hex(body)}`, name: operation.name.value, type: operation.operation, body };
}
