/** The subgraphs of a federation, in this process: each answers from the world, as far as its faults let it. */
import { setImmediate } from 'node:timers/promises';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, isCompositeType, parse, type DocumentNode, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import type { SubgraphAnswer } from '../../src/engine/subgraph.js';
import { NO_FAULTS, twisted, type Faults } from './faults.js';
import type { Federation } from './federation.js';
import { fieldOf } from './model.js';
import { nameOf } from './print.js';
import { hash, isRecord, isThing, typeIn, type World } from './world.js';

export interface Asked {
  readonly subgraph: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export class NotThere extends Error {}

const schemas = new WeakMap<Federation, ReadonlyMap<string, GraphQLSchema>>();

/** Built once for a federation: it is asked many questions. */
function schemasOf(federation: Federation): ReadonlyMap<string, GraphQLSchema> {
  const known = schemas.get(federation);
  if (known) return known;
  const built = new Map([...federation.subgraphs].map(([name, sdl]) => [name, withoutResolvers(buildSubgraphSchema({ typeDefs: parse(sdl) }))] as const));
  schemas.set(federation, built);
  return built;
}

function withoutResolvers(schema: GraphQLSchema): GraphQLSchema {
  const query = schema.getQueryType()?.getFields();
  if (query?.['_entities']) query['_entities'].resolve = undefined;
  for (const type of Object.values(schema.getTypeMap())) if ('resolveType' in type) type.resolveType = undefined;
  return schema;
}

export class Subgraphs {
  readonly asked: Asked[] = [];

  constructor(
    readonly federation: Federation,
    readonly world: World,
    readonly faults: Faults = NO_FAULTS,
  ) {}

  /** Rejects when the subgraph is down, at once or late. */
  async ask(subgraph: string, query: string, variables: Readonly<Record<string, unknown>>): Promise<SubgraphAnswer> {
    this.asked.push({ subgraph, query, variables });
    for (let turns = hash(`${subgraph} ${query} ${this.faults.seed}`) % 4; turns > 0; turns -= 1) await setImmediate();
    const down = this.faults.down.get(subgraph);
    if (down === 'late') for (let turns = 0; turns < 5; turns += 1) await setImmediate();
    if (down) throw new NotThere(`${subgraph} is down`);
    if (this.faults.oneAtATime && query.split('_entities(').length > 2) return { data: null, errors: [{ message: 'one question at a time' }] };
    const schema = schemasOf(this.federation).get(subgraph);
    if (!schema) throw new TypeError(`no subgraph ${subgraph}`);
    const answer = await execute({ schema, document: parsed(query), rootValue: { type: 'Root', id: '' }, variableValues: { ...variables }, fieldResolver: this.resolver(schema, subgraph), typeResolver: (value) => (isThing(value) ? typeIn(schema, this.world.model, value.type) : undefined) });
    const plain = JSON.parse(JSON.stringify(answer)) as SubgraphAnswer;
    return twisted(plain, this.faults, `${subgraph} ${query}`);
  }

  private resolver(schema: GraphQLSchema, subgraph: string): GraphQLFieldResolver<unknown, unknown> {
    return (source, args: Readonly<Record<string, unknown>>, _context, info) => {
      if (info.parentType.name === 'Query' && info.fieldName === '_entities') return this.entities(schema, args['representations']);
      const isRoot = ['Query', 'Mutation'].includes(info.parentType.name);
      const thing = isRoot ? { type: info.parentType.name, id: info.parentType.name } : source;
      if (!isThing(thing)) throw new TypeError(`no object under ${info.parentType.name}`);
      const field = fieldOf(this.world.model, thing.type, info.fieldName);
      if (field?.takenFrom !== undefined && nameOf(field.takenFrom) === subgraph) throw new Error('asked for a field that was taken away');
      if (this.faults.hits(thing.id, info.fieldName)) throw new Error(`fault at ${thing.id}`);
      return this.world.value(thing, info.fieldName, args);
    };
  }

  private entities(schema: GraphQLSchema, representations: unknown): unknown[] {
    if (!Array.isArray(representations)) return [];
    return representations.map((representation: unknown) => {
      const type = isRecord(representation) ? representation['__typename'] : undefined;
      if (!isRecord(representation) || typeof type !== 'string' || !isCompositeType(schema.getType(type))) throw new TypeError(`no entity ${JSON.stringify(representation)}`);
      return this.world.find(type, representation);
    });
  }
}

const documents = new Map<string, DocumentNode>();

function parsed(query: string): DocumentNode {
  const known = documents.get(query) ?? parse(query, { noLocation: true });
  if (documents.size > 2000) documents.clear();
  documents.set(query, known);
  return known;
}
