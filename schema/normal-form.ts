/** One text for one shape: definitions without descriptions and with everything that has no order sorted by name. */
import { parse, print, visit, type DefinitionNode, type DocumentNode } from 'graphql';

interface Named {
  readonly name?: { readonly value: string } | undefined;
}

export function definitionsOf(sdl: string): readonly DefinitionNode[] {
  return parse(sdl, { noLocation: true }).definitions;
}

export function nameOf(definition: DefinitionNode): string {
  return ('name' in definition ? definition.name?.value : undefined) ?? '';
}

/** The shape of a definition as one text; two definitions are equal exactly when their normal forms are. */
export function normalForm(definition: DefinitionNode): string {
  const sorted: DefinitionNode = visit(definition, {
    leave: (node) => {
      const copy: Record<string, unknown> = { ...node, description: undefined };
      for (const [key, value] of Object.entries(copy)) if (isUnordered(key, value)) copy[key] = byText(value);
      return copy;
    },
  });
  return print(sorted);
}

/** The members of a definition one by one ("field first: Int = 25"), for saying what differs. */
export function memberLines(definition: DefinitionNode): string[] {
  return normalForm(definition)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== '}');
}

/** Lines that only one of the two has. */
export function differences(left: readonly string[], right: readonly string[]): string[] {
  const missing = left.filter((line) => !right.includes(line));
  const surplus = right.filter((line) => !left.includes(line));
  return [...missing, ...surplus];
}

export function renameAll(document: DocumentNode, rename: (name: string) => string): DocumentNode {
  return visit(document, { Name: (node) => ({ ...node, value: rename(node.value) }) });
}

function isUnordered(key: string, value: unknown): value is object[] {
  return ['fields', 'arguments', 'directives', 'interfaces', 'values', 'types'].includes(key) && Array.isArray(value);
}

function byText(nodes: readonly object[]): object[] {
  return [...nodes].sort((left, right) => (sortKey(left) < sortKey(right) ? -1 : 1));
}

function sortKey(node: object): string {
  const name = (node as Named).name?.value ?? '';
  return `${name} ${'kind' in node ? print(node as DefinitionNode) : ''}`;
}
