/**
 * Input types, enums and @shareable value types are the same in every subgraph that has them: composition intersects a
 * shared input silently, and a value type whose shape differs behind an interface makes planning exponential.
 */
import { Kind, type DefinitionNode } from 'graphql';
import { definitionsOf, differences, memberLines, nameOf } from '../normal-form.js';
import type { Rule } from '../rule.js';

export const equalSharedTypes: Rule = {
  name: 'equal-shared-types',
  check: ({ subgraphs }) => {
    const first = new Map<string, { subgraph: string; lines: string[] }>();
    return subgraphs.flatMap(({ name, sdl }) =>
      definitionsOf(sdl)
        .filter(isShared)
        .flatMap((definition) => {
          const lines = memberLines(definition);
          const seen = first.get(nameOf(definition));
          if (!seen) first.set(nameOf(definition), { subgraph: name, lines });
          return seen ? differences(seen.lines, lines).map((line) => `${seen.subgraph} and ${name} differ in ${nameOf(definition)}: ${line}`) : [];
        }),
    );
  },
};

function isShared(definition: DefinitionNode): boolean {
  if (definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION || definition.kind === Kind.ENUM_TYPE_DEFINITION) return true;
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return false;
  return definition.directives?.some((directive) => directive.name.value === 'shareable') ?? false;
}
