/** How a question ended inside the compiled front, before the last steps see it. */
import { GraphQLError } from 'graphql';

export interface Outcome {
  /** JSON text; undefined when nothing was executed. */
  readonly data: string | undefined;
  readonly errors: readonly GraphQLError[];
  /** Of HTTP; the steps may know better. */
  readonly status: number;
}

export function refusedWith(status: number, ...errors: readonly GraphQLError[]): Outcome {
  return { data: undefined, errors, status };
}

/** Said before anything runs: no command is done whose answer cannot be read. */
export function unacceptable(): Outcome {
  const types = 'application/json; charset=utf-8 or application/graphql-response+json; charset=utf-8';
  return refusedWith(406, new GraphQLError(`An 'accept' header was provided for this request which does not accept ${types}`, { extensions: { code: 'BAD_REQUEST' } }));
}
