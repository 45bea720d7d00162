/** The questions of the matrix: at each door, the paths that can be asked there, and how a handful of them becomes one document. */
import { randomUUID } from 'node:crypto';
import type { GraphQLSchema } from 'graphql';
import { SERVICES } from '../../../local/services.js';
import { type Answered, type Door, gatewayDoor, serviceDoor } from '../asking/doors.js';
import { askable, selection } from './documents.js';
import { abstractName, isProtected } from './oracle.js';
import { type Path, pathsFrom } from './paths.js';
import { apiSchema, subgraphSchema } from './schemas.js';
import { COMMAND_ID, type Target } from './targets.js';

/** A place from which paths lead into the data: a root type of a door, or an entity that can be referred to. */
export interface Entrance {
  readonly door: Door;
  readonly name: string;
  readonly paths: readonly Path[];
  document(paths: readonly Path[], target: Target): { readonly query: string; readonly variables: object };
  /** What the paths begin at. */
  begin(answer: Answered): unknown;
}

const VALUES = new Set(['id', 'person', 'bsn', 'code', 'workplace', 'year', 'first', 'withdrawAgreement.input']);
/** Of the commands, one that is always refused: its payload leads to the same types as the others'. */
const COMMAND = 'withdrawAgreement';

export function entrances(longest: number): Entrance[] {
  const api = apiSchema();
  const roots = ['Query', 'Mutation'].map((root) => rootEntrance(gatewayDoor, api, root, longest));
  return [...roots, ...SERVICES.flatMap(({ name }) => serviceEntrances(name, longest))].filter(({ paths }) => paths.length > 0);
}

function serviceEntrances(service: string, longest: number): Entrance[] {
  const { schema, entities } = subgraphSchema(service);
  const door = serviceDoor(service);
  const root = schema.getQueryType() && Object.keys(schema.getQueryType()?.getFields() ?? {}).length > 0 ? [rootEntrance(door, schema, 'Query', longest)] : [];
  return [...root, ...entities.map((type) => entityEntrance(door, schema, type, longest))];
}

const enumeration = (schema: GraphQLSchema, longest: number) => ({
  schema,
  isProtected,
  longest,
  isClosed: (parent: string, field: string): boolean => {
    const type = schema.getType(parent);
    const definition = type && 'getFields' in type ? type.getFields()[field] : undefined;
    if (parent === 'Mutation') return field !== COMMAND;
    return !definition || !('args' in definition) || !askable(definition, VALUES) || field === 'cells';
  },
});

function rootEntrance(door: Door, schema: GraphQLSchema, root: string, longest: number): Entrance {
  const operation = root.toLowerCase();
  return {
    door,
    name: `${door.name} ${root}`,
    paths: pathsFrom(root, enumeration(schema, longest)),
    document: (paths, { values }) => ({ query: `${operation} M ${selection(schema, root, paths, values)}`.replace(COMMAND_ID, randomUUID()), variables: {} }),
    begin: ({ data }) => data,
  };
}

function entityEntrance(door: Door, schema: GraphQLSchema, type: string, longest: number): Entrance {
  return {
    door,
    name: `${door.name} _entities ${type}`,
    paths: pathsFrom(type, enumeration(schema, longest)),
    document: (paths, { values, entities }) => {
      const key = type === 'Municipality' ? { code: '0626' } : { id: entities[abstractName(type)] ?? entities['Person'] };
      const query = `query M($of: [_Any!]!) { _entities(representations: $of) { __typename ... on ${type} ${selection(schema, type, paths, values)} } }`;
      return { query, variables: { of: [{ __typename: type, ...key }] } };
    },
    begin: ({ data }) => (data?.['_entities'] as unknown[] | undefined)?.[0] ?? null,
  };
}
