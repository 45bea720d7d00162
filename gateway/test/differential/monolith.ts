/** The reference: the merged schema and the same world behind one graphql-js, without any federation. */
import { execute } from 'graphql';
import { verdictOf, type Question, type Verdict } from './answer.js';
import { NO_FAULTS, type Faults } from './faults.js';
import type { Federation } from './federation.js';
import { isThing, type World } from './world.js';

export async function askMonolith(federation: Federation, world: World, { document, variables }: Question, faults: Faults = NO_FAULTS): Promise<Verdict> {
  const answer = await execute({
    schema: federation.schema,
    document,
    rootValue: {},
    variableValues: { ...variables },
    typeResolver: (value) => (isThing(value) ? value.type : undefined),
    fieldResolver: (source, args: Readonly<Record<string, unknown>>, _context, info) => {
      const isRoot = ['Query', 'Mutation'].includes(info.parentType.name);
      const thing = isRoot ? { type: info.parentType.name, id: info.parentType.name } : (source as unknown);
      if (!isThing(thing)) throw new TypeError(`no object under ${info.parentType.name}`);
      if (faults.hits(thing.id, info.fieldName)) throw new Error(`fault at ${thing.id}`);
      return world.value(thing, info.fieldName, args);
    },
  });
  return verdictOf(answer.data, answer.errors ?? []);
}
