/** What the fetches of a plan brought, merged: objects by response key as planned (see response-keys), not yet in the client's order. */
import type { GraphQLError } from 'graphql';

export interface Fetched {
  /** Has no prototype. An object may stand at several places. Null: the root fetch answered null. */
  readonly tree: Record<string, unknown> | null;
  readonly errors: readonly GraphQLError[];
}
