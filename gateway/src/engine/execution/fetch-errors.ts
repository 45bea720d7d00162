/** Errors of a fetch as the client gets them: at the places in his answer, in his keys. */
import { GraphQLError } from 'graphql';
import { clientKey } from '../response-keys.js';
import type { SubgraphError } from '../subgraph.js';
import { isRecord } from './own.js';
import type { Place } from './true-places.js';

export interface ErrorOrigin {
  readonly serviceName: string;
  /** From the keys of the subgraph's answer to those of ours. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** `below`: the rest of the path, in the subgraph's keys. */
export function errorAt({ message, extensions }: SubgraphError, origin: ErrorOrigin, place: Place | undefined, below: Place): GraphQLError {
  const inner = below.map((part) => (typeof part === 'string' ? (origin.renamed.get(part) ?? part) : part));
  return new GraphQLError(message || `Error while fetching subquery from service "${origin.serviceName}"`, {
    path: place && clientPlace([...place, ...inner]),
    extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', ...extensions, serviceName: origin.serviceName },
  });
}

/** A fetch of which nothing came. What was thrown stays to be found: it may be meant for the client. */
export function failureAt(failure: unknown, place: Place | undefined): GraphQLError {
  const path = place && clientPlace(place);
  if (!(failure instanceof Error)) return new GraphQLError('a fetch failed', { path });
  const extensions = 'extensions' in failure && isRecord(failure.extensions) ? failure.extensions : undefined;
  return new GraphQLError(failure.message, { path, originalError: failure, extensions });
}

function clientPlace(place: Place): Place {
  return place.map((part) => (typeof part === 'string' ? clientKey(part) : part));
}
