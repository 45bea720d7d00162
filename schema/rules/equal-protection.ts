/**
 * A thing is protected, weighed and filtered alike wherever it is declared: the same type, field, argument, input field and enum value in
 * every subgraph, and, apart from its name, at every company. What one subgraph forgets, another would answer (architecture, decision 9).
 */
import { Kind } from 'graphql';
import { typeName } from '#kernel/ids.js';
import { coordinatesOf, marksOf, type Coordinate } from '../protection.js';
import type { Rule } from '../rule.js';

export const equalProtection: Rule = {
  name: 'equal-protection',
  check: ({ subgraphs, companyCodes }) => {
    const prefixes = new RegExp(`^(?:${companyCodes.map((code) => typeName(code, '')).join('|')})(?=[A-Z])`);
    const first = new Map<string, Coordinate>();
    return subgraphs.flatMap(coordinatesOf).flatMap((one) => {
      const key = `${one.kind === Kind.INTERFACE_TYPE_DEFINITION ? 'interface ' : ''}${one.name.replace(prefixes, '')}`;
      const seen = first.get(key);
      if (!seen) first.set(key, one);
      return !seen || marksOf(seen.directives) === marksOf(one.directives) ? [] : [`${said(seen)}, ${said(one)}`];
    });
  },
};

const said = ({ name, subgraph, directives }: Coordinate): string => `${name} in ${subgraph} has ${marksOf(directives)}`;
