/**
 * What @skip and @include leave out is decided before anything is planned: for each set of truths of the variables that decide, an operation is planned
 * by itself. A planner that keeps conditions in its plan fetches what a @requires needs under the condition of its neighbour (a null without an error, with
 * Apollo's), or leaves out what stands below one (with Hive's).
 */
import { Kind, visit, type ArgumentNode, type ConstValueNode, type DirectiveNode, type DocumentNode, type OperationDefinitionNode } from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

export type Truths = ReadonlyMap<string, boolean>;

/** Names of the variables that decide, in the order of the text. */
export function decidingVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, { Directive: (directive) => void (conditionOf(directive)?.value.kind === Kind.VARIABLE && names.add(nameIn(directive))) });
  return [...names];
}

/** `variables` as they were sent; the operation's defaults stand in for those that were not. */
export function truthsOf(names: readonly string[], operation: OperationDefinitionNode | undefined, variables: Variables): Truths {
  const defaults = new Map(operation?.variableDefinitions?.map(({ variable, defaultValue }) => [variable.name.value, isTrue(defaultValue)]));
  return new Map(names.map((name) => [name, Object.hasOwn(variables, name) ? variables[name] === true : defaults.get(name) === true]));
}

/** The document with every condition a literal. */
export function decided(document: DocumentNode, truths: Truths): DocumentNode {
  return visit(document, {
    Directive: (directive) => {
      const condition = conditionOf(directive);
      if (condition?.value.kind !== Kind.VARIABLE) return undefined;
      const value = { kind: Kind.BOOLEAN as const, value: truths.get(condition.value.name.value) === true };
      return { ...directive, arguments: [{ ...condition, value }] };
    },
  });
}

/** Of @skip and @include only. */
function conditionOf({ name, arguments: [condition] = [] }: DirectiveNode): ArgumentNode | undefined {
  return name.value === 'skip' || name.value === 'include' ? condition : undefined;
}

function nameIn(directive: DirectiveNode): string {
  const value = conditionOf(directive)?.value;
  return value?.kind === Kind.VARIABLE ? value.name.value : '';
}

const isTrue = (value: ConstValueNode | undefined): boolean => value?.kind === Kind.BOOLEAN && value.value;
