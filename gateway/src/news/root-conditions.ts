/**
 * A subscription has one field, always (GraphQL specification, 5.2.4.1): no @skip or @include on it or around it. The library's rule
 * for that stumbles over such a condition; under a name that it does not know, the condition is refused like any unknown one.
 */
import { Kind, OperationTypeNode, type DirectiveNode, type DocumentNode, type SelectionNode, type SelectionSetNode } from 'graphql';

const ROOT = 'Subscription';
const CONDITIONS = new Set(['skip', 'include']);

/** To be done before validation; every other document comes out as it is. */
export function namingRootConditions(document: DocumentNode): DocumentNode {
  const definitions = document.definitions.map((one) => {
    const isRoot = one.kind === Kind.OPERATION_DEFINITION ? one.operation === OperationTypeNode.SUBSCRIPTION : one.kind === Kind.FRAGMENT_DEFINITION && one.typeCondition.name.value === ROOT;
    return isRoot && 'selectionSet' in one && one.selectionSet ? { ...one, selectionSet: renamedIn(one.selectionSet) } : one;
  });
  return definitions.every((one, index) => one === document.definitions[index]) ? document : { ...document, definitions };
}

function renamedIn(set: SelectionSetNode): SelectionSetNode {
  return { ...set, selections: set.selections.map(renamed) };
}

function renamed(selection: SelectionNode): SelectionNode {
  const own = { ...selection, directives: selection.directives?.map(marked) ?? [] };
  return own.kind === Kind.INLINE_FRAGMENT ? { ...own, selectionSet: renamedIn(own.selectionSet) } : own;
}

function marked(directive: DirectiveNode): DirectiveNode {
  const { value } = directive.name;
  return CONDITIONS.has(value) ? { ...directive, name: { ...directive.name, value: `${value}_on_a_subscription` } } : directive;
}
