/**
 * Commands are given once each, in the order in which they were asked. A planner plans fragments and what stands under a condition apart: it would give a
 * command again that is also asked there, or give it at another time. So the commands of a mutation are written one after the other before it is planned,
 * with every condition decided by its variables.
 */
import { Kind, visit, type ConstValueNode, type DirectiveNode, type DocumentNode, type FieldNode, type OperationDefinitionNode, type SelectionNode, type SelectionSetNode } from 'graphql';

const CONDITIONS = new Set(['skip', 'include']);

type Variables = Readonly<Record<string, unknown>>;

/** Whether the operation is one of commands. */
export function isMutation(document: DocumentNode, operationName: string | null): boolean {
  return operationIn(document, operationName)?.operation === 'mutation';
}

/** Whether a variable decides what is asked. */
export function hasOpenConditions(document: DocumentNode): boolean {
  let open = false;
  visit(document, {
    Directive: (directive) => {
      open ||= CONDITIONS.has(directive.name.value) && directive.arguments?.some(({ value }) => value.kind === Kind.VARIABLE) === true;
      return undefined;
    },
  });
  return open;
}

/** Of a mutation. */
export function commandsInOrder(document: DocumentNode, operationName: string | null, variables: Variables): DocumentNode {
  const decided = decidedConditions(document, valuesOf(document, operationName, variables));
  const operation = operationIn(decided, operationName);
  const fragments = new Map(decided.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one.selectionSet] as const] : [])));
  const commands = new Map<string, FieldNode>();
  if (operation) collect(operation.selectionSet, fragments, commands);
  if (commands.size === 0) return decided;
  const selectionSet = { kind: Kind.SELECTION_SET as const, selections: [...commands.values()] };
  return { ...decided, definitions: decided.definitions.map((one) => (one === operation ? { ...operation, selectionSet } : one)) };
}

/** By response key; what is asked of one command at several places is asked at the first. */
function collect({ selections }: SelectionSetNode, fragments: ReadonlyMap<string, SelectionSetNode>, commands: Map<string, FieldNode>): void {
  for (const selection of selections.filter(isAsked)) {
    if (selection.kind === Kind.FIELD) add(commands, selection);
    else {
      const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : fragments.get(selection.name.value);
      if (inner) collect(inner, fragments, commands);
    }
  }
}

function add(commands: Map<string, FieldNode>, field: FieldNode): void {
  const key = (field.alias ?? field.name).value;
  const known = commands.get(key);
  const selections = [...(known?.selectionSet?.selections ?? []), ...(field.selectionSet?.selections ?? [])];
  const selectionSet = field.selectionSet && { ...field.selectionSet, selections };
  commands.set(key, { ...(known ?? field), directives: field.directives?.filter((directive) => !CONDITIONS.has(directive.name.value)), selectionSet });
}

function isAsked({ directives = [] }: SelectionNode): boolean {
  return directives.every((directive) => !CONDITIONS.has(directive.name.value) || saysYes(directive));
}

function saysYes({ name, arguments: [arg] = [] }: DirectiveNode): boolean {
  return arg?.value.kind === Kind.BOOLEAN && arg.value.value === (name.value === 'include');
}

function decidedConditions(document: DocumentNode, values: ReadonlyMap<string, boolean>): DocumentNode {
  return visit(document, {
    Directive: (directive) => {
      if (!CONDITIONS.has(directive.name.value)) return undefined;
      const args = directive.arguments?.map((arg) => (arg.value.kind === Kind.VARIABLE ? { ...arg, value: { kind: Kind.BOOLEAN as const, value: values.get(arg.value.name.value) === true } } : arg));
      return { ...directive, arguments: args };
    },
  });
}

function valuesOf(document: DocumentNode, operationName: string | null, variables: Variables): Map<string, boolean> {
  const isTrue = (value: ConstValueNode | undefined): boolean => value?.kind === Kind.BOOLEAN && value.value;
  const definitions = operationIn(document, operationName)?.variableDefinitions ?? [];
  return new Map(definitions.map(({ variable: { name }, defaultValue }) => [name.value, Object.hasOwn(variables, name.value) ? variables[name.value] === true : isTrue(defaultValue)]));
}

function operationIn(document: DocumentNode, name: string | null): OperationDefinitionNode | undefined {
  return document.definitions.find((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION && (name === null || one.name?.value === name));
}
