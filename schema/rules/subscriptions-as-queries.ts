/** Subscriptions belong to the gateway: none in a subgraph, and each field of subscriptions.graphql fits the API and has the type of a query by id. */
import { extendSchema, parse, validateSchema, type GraphQLSchema } from 'graphql';
import { apiSchemaOf } from '../planning.js';
import type { Rule } from '../rule.js';

/** As the gateway answers them (gateway/src/news/as-query.ts): an event of the field is the query of that name. */
const QUERY_OF = (field: string): string => field.replace(/Changed$/, '');

export const subscriptionsAsQueries: Rule = {
  name: 'subscriptions-as-queries',
  check: ({ supergraphSdl, subscriptions }) => {
    const api = apiSchemaOf(supergraphSdl);
    if (api.getSubscriptionType()) return ['a subgraph has subscriptions; the engine cannot execute them'];
    if (subscriptions === null) return ['subscriptions.graphql is not there'];
    try {
      const extended = extendSchema(api, parse(subscriptions));
      return [...validateSchema(extended).map(({ message }) => message), ...unanswered(extended)];
    } catch (error) {
      return [`subscriptions.graphql: ${error instanceof Error ? error.message : 'cannot be read'}`];
    }
  },
};

function unanswered(schema: GraphQLSchema): string[] {
  const queries = schema.getQueryType()?.getFields() ?? {};
  return Object.values(schema.getSubscriptionType()?.getFields() ?? {}).flatMap(({ name, type }) => {
    const query = queries[QUERY_OF(name)];
    const takesId = query?.args.some((arg) => arg.name === 'id' && String(arg.type) === 'ID!');
    return takesId && String(query?.type) === String(type) ? [] : [`Subscription.${name}: there is no query ${QUERY_OF(name)}(id: ID!) of the type ${String(type)}`];
  });
}
