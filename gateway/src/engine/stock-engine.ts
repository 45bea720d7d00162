/** Apollo's planner and executor behind the port of an engine: what the compiled front runs as long as our own executor is not there. */
import { createHash } from 'node:crypto';
import type { ApolloGateway } from '@apollo/gateway';
import { getOperationAST, print, type DocumentNode, type GraphQLSchema } from 'graphql';
import { asGraphQLError } from '../front/front-rules.js';
import type { Engine } from './engine.js';

type Execute = ApolloGateway['executor'];
type Context = Parameters<Execute>[0];

/** Resolves with a function that gives the engine of the supergraph that is served now. `opened` gives what clients see of a new one. */
export async function stockEngines(gateway: ApolloGateway, opened: (plannerCopy: string, apiSchema: GraphQLSchema) => GraphQLSchema): Promise<() => Engine> {
  let current: Engine | null = null;
  gateway.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => {
    const schema = opened(coreSupergraphSdl, apiSchema);
    // The library answers introspection from here, and plans from a copy of its own.
    gateway.schema = schema;
    current = engineOf(schema, gateway.executor);
  });
  await gateway.load({});
  return () => {
    if (!current) throw new TypeError('no supergraph was loaded');
    return current;
  };
}

function engineOf(schema: GraphQLSchema, execute: Execute): Engine {
  return {
    schema,
    prepare: async (document, operationName) => {
      const context = contextOf(document, operationName, schema);
      return {
        run: async (exchange, variables) => {
          const { data, errors = [] } = await execute({ ...context, request: { ...context.request, variables }, context: exchange } as Context);
          return { data: JSON.stringify(data ?? null), errors: errors.map(asGraphQLError) };
        },
      };
    },
    close: async () => undefined,
  };
}

function contextOf(document: DocumentNode, operationName: string | null, schema: GraphQLSchema): Partial<Context> {
  const query = print(document);
  const operation = getOperationAST(document, operationName);
  if (!operation) throw new TypeError('an operation that is not in its document');
  const queryHash = createHash('sha256').update(query).digest('hex');
  return { schema, document, operation, operationName, queryHash, source: query, metrics: {}, request: { query, ...(operationName === null ? {} : { operationName }) } };
}
