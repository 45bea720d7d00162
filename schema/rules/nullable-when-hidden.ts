/**
 * A field that can be hidden is nullable (architecture, decision 2), so that it does not take the rest of the answer with it. Not so a
 * root, and not so a field that asks nothing which the type that it stands on does not ask.
 */
import { Kind } from 'graphql';
import { Asked } from '../asked.js';
import { coordinatesOf } from '../protection.js';
import type { Rule } from '../rule.js';

const ROOTS = ['Query', 'Mutation'];

export const nullableWhenHidden: Rule = {
  name: 'nullable-when-hidden',
  check: ({ subgraphs }) => {
    const asked = new Asked(subgraphs);
    return subgraphs
      .flatMap(coordinatesOf)
      .filter(({ type, kind, field }) => field?.type.kind === Kind.NON_NULL_TYPE && kind === Kind.OBJECT_TYPE_DEFINITION && !ROOTS.includes(type))
      .flatMap((one) => {
        const more = asked.ofField(one).filter((directive) => !asked.ofType(one.type).includes(directive));
        return more.length === 0 ? [] : [`${one.subgraph}: ${one.name} is not nullable and can be hidden by ${more.join(' ')}`];
      });
  },
};
