/** The groups of fields in the directives and those in the register of activities are the same: a group that only one of them knows opens or protects nothing. */
import { coordinatesOf, groupsOf } from '../protection.js';
import type { Rule } from '../rule.js';

export const knownGroups: Rule = {
  name: 'known-groups',
  check: ({ subgraphs, groups }) => {
    const used = subgraphs.flatMap(coordinatesOf).flatMap(({ name, subgraph, directives }) => groupsOf(directives).map((group) => ({ group, at: `${name} in ${subgraph}` })));
    const unknown = used.filter(({ group }) => !groups.has(group)).map(({ group, at }) => `${at} asks ${group}, which the register of activities does not have`);
    const unused = [...groups].filter((group) => !used.some((one) => one.group === group)).map((group) => `no field asks ${group} of the register of activities`);
    return [...unknown, ...unused];
  },
};
