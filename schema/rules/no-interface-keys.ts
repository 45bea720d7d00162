/**
 * No interface carries @key and nothing is an @interfaceObject (architecture, decision 1): with a key on an interface the
 * plan options double per company at every hop back to the directory.
 */
import { Kind } from 'graphql';
import { definitionsOf, nameOf } from '../normal-form.js';
import type { Rule } from '../rule.js';
import type { Subgraph } from '../subgraphs.js';

export const noInterfaceKeys: Rule = {
  name: 'no-interface-keys',
  check: ({ subgraphs }) => subgraphs.flatMap(findings),
};

function findings({ name, sdl }: Subgraph): string[] {
  return definitionsOf(sdl).flatMap((definition) => {
    const directives = 'directives' in definition ? (definition.directives ?? []) : [];
    const used = directives.map((directive) => directive.name.value);
    const isInterface = definition.kind === Kind.INTERFACE_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_EXTENSION;
    const keyed = isInterface && used.includes('key') ? [`${name}: interface ${nameOf(definition)} has @key`] : [];
    const posing = used.includes('interfaceObject') ? [`${name}: ${nameOf(definition)} is an @interfaceObject`] : [];
    return [...keyed, ...posing];
  });
}
