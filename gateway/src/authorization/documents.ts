/** Making the document that is asked out of parts of the one that was sent. */
import { createHash } from 'node:crypto';
import { Kind, print, visit, type DocumentNode, type FieldNode, type OperationDefinitionNode, type SelectionNode, type SelectionSetNode } from 'graphql';

/** One operation, its fragments filled in; variables that nothing uses any more are gone, because an unused one is not valid. */
export function documentOf(operation: OperationDefinitionNode, selections: readonly SelectionNode[]): DocumentNode {
  const selected: OperationDefinitionNode = { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections } };
  const used = new Set<string>();
  visit(selected, { VariableDefinition: () => false, Variable: ({ name }) => void used.add(name.value) });
  const variableDefinitions = operation.variableDefinitions?.filter(({ variable }) => used.has(variable.name.value));
  return { kind: Kind.DOCUMENT, definitions: [{ ...selected, variableDefinitions }] };
}

/** Plans are kept by this: two viewers share one only when they may ask the very same. */
export function hashOf(document: DocumentNode): string {
  return createHash('sha256').update('authorised\n').update(print(document)).digest('hex');
}

const TYPENAME = '__typename';

/** Under what name the type of an object is asked: its own, by which the engine knows it too, unless the question calls something else so. */
export function freshKey(document: DocumentNode): string {
  const taken = new Set<string>();
  visit(document, { Field: ({ alias, name }) => void (alias || name.value !== TYPENAME ? taken.add((alias ?? name).value) : undefined) });
  let key = taken.has(TYPENAME) ? 'typeHere' : TYPENAME;
  while (taken.has(key)) key = `${key}_`;
  return key;
}

export function typenameAs(key: string): FieldNode {
  return { kind: Kind.FIELD, ...(key === TYPENAME ? {} : { alias: { kind: Kind.NAME, value: key } }), name: { kind: Kind.NAME, value: TYPENAME } };
}

/** Whether the answer to a selection can be told apart by type: it has no fragments, or asks the type itself. */
export function tellsTypes({ selections }: SelectionSetNode): boolean {
  return selections.every(({ kind }) => kind === Kind.FIELD) || selections.some((one) => one.kind === Kind.FIELD && !one.alias && one.name.value === TYPENAME && !one.directives?.length);
}
