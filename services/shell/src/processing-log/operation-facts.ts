/** Tells the log of a request what was asked and whether it broke down: kind and name of the operation, or a hash of its text. */
import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLError } from 'graphql';
import type { ReadSession } from '../read-session.js';

/** Names are the client's own words: one with digits in it may be somebody's number. */
const SPEAKABLE = /^[A-Za-z][A-Za-z_]{0,39}$/;
/** What the planner adds to the client's name: the subgraph and the number of the fetch. */
const PLANNED = /__[a-z0-9_]+__\d+$/;
const HASH_LENGTH = 16;

export function actionOf(kind: string, name: string | null, hash: string): string {
  const own = name?.replace(PLANNED, '') ?? '';
  return `${kind} ${SPEAKABLE.test(own) ? own : `sha256:${hash.slice(0, HASH_LENGTH)}`}`;
}

/** `isBroken`: neither a refusal nor a mistake of the client. */
export function operationFacts(isBroken: (error: GraphQLError) => boolean): ApolloServerPlugin<{ session: Pick<ReadSession, 'log'> }> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ operation, queryHash, contextValue }) => {
        if (operation) contextValue.session.log?.did(actionOf(operation.operation, operation.name?.value ?? null, queryHash));
      },
      didEncounterErrors: async ({ errors, contextValue }) => {
        if (errors.some(isBroken)) contextValue.session.log?.failed();
      },
    }),
  };
}
