/**
 * Commands are given once each, in the order in which they were asked. A planner plans fragments and what stands under a condition apart: it would give a
 * command again that is also asked there, or give it at another time. So the commands of a mutation are written one after the other before it is planned.
 */
import { Kind, type DirectiveNode, type DocumentNode, type FieldNode, type OperationDefinitionNode, type SelectionNode, type SelectionSetNode } from 'graphql';

const CONDITIONS = new Set(['skip', 'include']);

/** Of a mutation whose conditions are literals. */
export function commandsInOrder(document: DocumentNode, operationName: string | null): DocumentNode {
  const operation = operationIn(document, operationName);
  const fragments = new Map(document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one.selectionSet] as const] : [])));
  const commands = new Map<string, FieldNode>();
  if (operation) collect(operation.selectionSet, fragments, commands);
  if (!operation || commands.size === 0) return document;
  const selectionSet = { kind: Kind.SELECTION_SET as const, selections: [...commands.values()] };
  return { ...document, definitions: document.definitions.map((one) => (one === operation ? { ...operation, selectionSet } : one)) };
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

function operationIn(document: DocumentNode, name: string | null): OperationDefinitionNode | undefined {
  return document.definitions.find((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION && (name === null || one.name?.value === name));
}
