/**
 * Clients see the subscriptions of schema/subscriptions.graphql, planner and subgraphs do not: they belong to the gateway itself.
 * A supergraph without their types, or with subscriptions of its own, is left as it is.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ApolloGateway } from '@apollo/gateway';
import { extendSchema, getNamedType, isObjectType, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import { QUERY_OF } from '../news/as-query.js';
import type { ServerOptions } from '../step.js';

const FILE = new URL('../../../../schema/subscriptions.graphql', import.meta.url);

/** The gateway as the GraphQL server gets it: every schema that it loads is extended, for validation and for introspection. */
export function withSubscriptions(gateway: ApolloGateway): NonNullable<ServerOptions['gateway']> {
  const add = subscriptionsAdded();
  return {
    load: (options) => gateway.load(options),
    stop: () => gateway.stop(),
    onSchemaLoadOrUpdate: (callback) =>
      gateway.onSchemaLoadOrUpdate((loaded) => {
        const apiSchema = add(loaded.apiSchema);
        // The library answers introspection from here, and plans from a copy of its own.
        gateway.schema = apiSchema;
        callback({ ...loaded, apiSchema });
      }),
  };
}

export function subscriptionsAdded(): (schema: GraphQLSchema) => GraphQLSchema {
  const extension = parse(readFileSync(fileURLToPath(FILE), 'utf8'));
  return (schema) => extended(schema, extension);
}

export function extended(schema: GraphQLSchema, extension: DocumentNode): GraphQLSchema {
  const answers = (field: string): boolean => isObjectType(getNamedType(schema.getQueryType()?.getFields()[field]?.type));
  const fits = !schema.getSubscriptionType() && Object.values(QUERY_OF).every(answers);
  // The planner vouches for the schema, and what is added is ours: looked through again, it would be by the first question, whole, on the event loop.
  return fits ? extendSchema(schema, extension, { assumeValid: true }) : schema;
}
