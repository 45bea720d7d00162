/** @skip and @include: an operation is compiled once for each set of truths of the variables that decide about its selections. */
import { Kind, visit, type DirectiveNode, type DocumentNode, type SelectionNode } from 'graphql';

export type Truths = ReadonlyMap<string, boolean>;

/** Names of the variables that decide, in the order of the text. */
export function decidingVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: (directive) => {
      const value = conditionOf(directive);
      if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

export function includes({ directives }: SelectionNode, truths: Truths): boolean {
  return !directives?.some((directive) => {
    const value = conditionOf(directive);
    if (!value) return false;
    const truth = value.kind === Kind.VARIABLE ? truths.get(value.name.value) === true : value.kind === Kind.BOOLEAN && value.value;
    return truth === (directive.name.value === 'skip');
  });
}

function conditionOf({ name, arguments: [condition] = [] }: DirectiveNode): NonNullable<DirectiveNode['arguments']>[number]['value'] | undefined {
  return name.value === 'skip' || name.value === 'include' ? condition?.value : undefined;
}
