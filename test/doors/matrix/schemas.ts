/** The schemas whose ways are searched: the one that the gateway offers, and each service's own with its entities. */
import { readFileSync } from 'node:fs';
import { Supergraph } from '@apollo/federation-internals';
import { buildASTSchema, type GraphQLSchema, Kind, parse, type DocumentNode } from 'graphql';
import { inRepository } from '../../../local/paths.js';

export function apiSchema(): GraphQLSchema {
  const sdl = readFileSync(inRepository('schema', 'supergraph.graphql'), 'utf8');
  return Supergraph.build(sdl, { supportedFeatures: null }).apiSchema().toGraphQLJSSchema();
}

export interface SubgraphSchema {
  readonly schema: GraphQLSchema;
  /** Types that `_entities` answers. */
  readonly entities: readonly string[];
}

export function subgraphSchema(service: string): SubgraphSchema {
  const document = parse(readFileSync(inRepository('schema', `${service}.graphql`), 'utf8'));
  const definitions = document.definitions.filter((one) => one.kind !== Kind.SCHEMA_EXTENSION).map((one) => (one.kind === Kind.OBJECT_TYPE_EXTENSION ? { ...one, kind: Kind.OBJECT_TYPE_DEFINITION } : one));
  const schema = buildASTSchema({ ...document, definitions } as DocumentNode, { assumeValidSDL: true, assumeValid: true });
  return { schema, entities: entitiesOf(document) };
}

function entitiesOf({ definitions }: DocumentNode): string[] {
  return definitions.flatMap((one) => {
    if (one.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
    const keys = one.directives?.filter(({ name }) => name.value === 'key') ?? [];
    const resolvable = keys.some((key) => !key.arguments?.some(({ name, value }) => name.value === 'resolvable' && value.kind === Kind.BOOLEAN && !value.value));
    return resolvable ? [one.name.value] : [];
  });
}
