/** Questions about the schema and nothing else: answered here, never planned, and kept, because the answer about a whole schema takes long to make. */
import { execute, Kind, type DocumentNode, type ExecutionResult, type SelectionSetNode } from 'graphql';
import { BoundedCache } from '../bounded-cache.js';
import { perOperation, type ResolvedOperation } from '../per-operation.js';

const ANSWERS_EACH = 10;

/** Whether every field at the root is one that GraphQL itself gives (`__schema`, `__type`, `__typename`). */
export const asksOnlyTheSchema = perOperation(({ document, operation }) => onlyMeta(operation.selectionSet, document));

const answers = perOperation(() => new BoundedCache<string, Described>(ANSWERS_EACH));

export interface Described {
  readonly data: string | undefined;
  readonly errors: NonNullable<ExecutionResult['errors']>;
}

export async function describe(resolved: ResolvedOperation): Promise<Described> {
  const key = JSON.stringify(resolved.variables);
  const known = answers(resolved).get(key);
  if (known) return known;
  const { schema, document, operation, variables } = resolved;
  const { data, errors = [] } = await execute({ schema, document, operationName: operation.name?.value, variableValues: variables, rootValue: {} });
  const made = { data: data === undefined ? undefined : JSON.stringify(data), errors };
  answers(resolved).set(key, made);
  return made;
}

function onlyMeta({ selections }: SelectionSetNode, document: DocumentNode): boolean {
  return selections.every((one) => {
    if (one.kind === Kind.FIELD) return one.name.value.startsWith('__');
    if (one.kind === Kind.INLINE_FRAGMENT) return onlyMeta(one.selectionSet, document);
    const fragment = document.definitions.find((definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === one.name.value);
    return fragment?.kind === Kind.FRAGMENT_DEFINITION && onlyMeta(fragment.selectionSet, document);
  });
}
