/** A tag `filters/Type/field` names a field of its own subgraph that is under a policy: the service that filters must be able to ask for the right. */
import { Asked } from '../asked.js';
import { coordinatesOf, filtersOf } from '../protection.js';
import type { Rule } from '../rule.js';

export const filtersNameProtectedFields: Rule = {
  name: 'filters-name-protected-fields',
  check: ({ subgraphs }) => {
    const asked = new Asked(subgraphs);
    return subgraphs.flatMap((subgraph) => {
      const coordinates = coordinatesOf(subgraph);
      return coordinates.flatMap(({ name, directives }) =>
        filtersOf(directives).flatMap((filter) => {
          const field = coordinates.find((one) => one.field !== null && one.name === filter.replace('/', '.'));
          if (!field) return [`${subgraph.name}: ${name} filters on ${filter}, which is no field of this subgraph`];
          return asked.ofField(field).length + asked.ofType(field.type).length > 0 ? [] : [`${subgraph.name}: ${name} filters on ${filter}, which is under no policy`];
        }),
      );
    });
  },
};
