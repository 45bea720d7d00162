/** No interface and no field of one asks anything: protection stands on the concrete types, where a fragment cannot go round it (GHSA-mx7m-j9xf-62hw). */
import { Kind } from 'graphql';
import { coordinatesOf, securityOf } from '../protection.js';
import type { Rule } from '../rule.js';

export const noProtectedInterfaces: Rule = {
  name: 'no-protected-interfaces',
  check: ({ subgraphs }) =>
    subgraphs
      .flatMap(coordinatesOf)
      .filter(({ kind, directives }) => kind === Kind.INTERFACE_TYPE_DEFINITION && securityOf(directives).length > 0)
      .map(({ name, subgraph, directives }) => `${subgraph}: ${name} of an interface has ${securityOf(directives).join(' ')}`),
};
