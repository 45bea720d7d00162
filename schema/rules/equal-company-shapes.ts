/**
 * All companies have one contract: apart from their names their types are equal in fields, arguments, defaults and
 * directives, in their own subgraph and in the directory. A protection on one company's type only would compose silently.
 */
import { Kind } from 'graphql';
import { typeName } from '#kernel/ids.js';
import { definitionsOf, differences, memberLines, nameOf, renameAll } from '../normal-form.js';
import type { CheckInput, Rule } from '../rule.js';
import type { Subgraph } from '../subgraphs.js';

/** Type name without the company, and its shape. */
type Shapes = ReadonlyMap<string, readonly string[]>;

export const equalCompanyShapes: Rule = {
  name: 'equal-company-shapes',
  check: (input) => [...acrossCompanySubgraphs(input), ...withinEachOther(input)],
};

function acrossCompanySubgraphs({ subgraphs, companyCodes }: CheckInput): string[] {
  const own = companyCodes.flatMap((code) => {
    const subgraph = subgraphs.find(({ name }) => name === `sw-${code}`);
    return subgraph ? [{ label: `sw-${code}`, shapes: shapesOf(subgraph, code, () => true) }] : [];
  });
  return compared(own);
}

/** The stubs in the directory and in any other subgraph that names companies. */
function withinEachOther({ subgraphs, companyCodes }: CheckInput): string[] {
  const others = subgraphs.filter(({ name }) => !companyCodes.some((code) => name === `sw-${code}`));
  return others.flatMap((subgraph) => {
    const perCompany = companyCodes.map((code) => ({
      label: `${subgraph.name} (${code})`,
      shapes: shapesOf(subgraph, code, (name) => name.startsWith(typeName(code, ''))),
    }));
    return perCompany.some(({ shapes }) => shapes.size > 0) ? compared(perCompany) : [];
  });
}

function shapesOf({ sdl }: Subgraph, code: string, wanted: (name: string) => boolean): Shapes {
  const prefix = new RegExp(`^${typeName(code, '')}(?=[A-Z])`);
  const chosen = definitionsOf(sdl).filter((definition) => wanted(nameOf(definition)));
  const neutral = renameAll({ kind: Kind.DOCUMENT, definitions: chosen }, (name) => name.replace(prefix, ''));
  return new Map(neutral.definitions.map((definition) => [`${definition.kind} ${nameOf(definition)}`, memberLines(definition)]));
}

function compared(companies: readonly { label: string; shapes: Shapes }[]): string[] {
  const [first, ...rest] = companies;
  if (!first) return [];
  return rest.flatMap((other) => {
    const names = new Set([...first.shapes.keys(), ...other.shapes.keys()]);
    return [...names].flatMap((name) =>
      differences(first.shapes.get(name) ?? [], other.shapes.get(name) ?? []).map((line) => `${first.label} and ${other.label} differ in ${name.split(' ')[1]}: ${line}`),
    );
  });
}
