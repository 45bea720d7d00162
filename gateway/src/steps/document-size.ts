/** How much an operation asks at once, after its fragments are filled in: fields at the root, and directives. */
import { Kind, type DocumentNode, type FragmentDefinitionNode, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';

export interface SizeBounds {
  readonly rootFields: number;
  /** On one field or fragment, and in the whole operation. */
  readonly directivesOnOne: number;
  readonly directives: number;
}

interface Counted {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  rootFields: number;
  directives: number;
  mostDirectives: number;
}

/** The document was validated, and its selections were bounded by the library. */
export function asksTooMuch(document: DocumentNode, operation: OperationDefinitionNode, bounds: SizeBounds): boolean {
  const definitions = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  const counted: Counted = { rootFields: 0, directives: 0, mostDirectives: 0, fragments: new Map(definitions.map((one) => [one.name.value, one])) };
  countDirectives(counted, operation);
  count(counted, operation.selectionSet, true);
  return counted.rootFields > bounds.rootFields || counted.directives > bounds.directives || counted.mostDirectives > bounds.directivesOnOne;
}

function count(counted: Counted, { selections }: SelectionSetNode, atRoot: boolean): void {
  for (const selection of selections) {
    countDirectives(counted, selection);
    if (selection.kind === Kind.FIELD) {
      if (atRoot) counted.rootFields += 1;
      if (selection.selectionSet) count(counted, selection.selectionSet, false);
      continue;
    }
    const inner = selection.kind === Kind.FRAGMENT_SPREAD ? counted.fragments.get(selection.name.value) : selection;
    if (inner) count(counted, inner.selectionSet, atRoot);
  }
}

function countDirectives(counted: Counted, { directives = [] }: { readonly directives?: readonly unknown[] | undefined }): void {
  counted.directives += directives.length;
  counted.mostDirectives = Math.max(counted.mostDirectives, directives.length);
}
