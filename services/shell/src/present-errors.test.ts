import { describe, expect, it } from '@jest/globals';
import { buildSchema, execute, formatError, GraphQLError, parse, validate } from 'graphql';
import { notFound } from '#kernel/faults.js';
import { logBugs, presentErrors } from './present-errors.js';
import { BsnScalar } from './scalars.js';

const schema = buildSchema('scalar BSN type Query { find(bsn: BSN!): Int count(first: Int!): Int }');
Object.assign(schema.getType('BSN')!, { parseValue: BsnScalar.parseValue, parseLiteral: BsnScalar.parseLiteral });
const present = presentErrors();

function presented(errors: readonly GraphQLError[] | undefined, code?: string): string {
  return JSON.stringify((errors ?? []).map((error) => present({ ...formatError(error), extensions: { code: code ?? error.extensions['code'] } }, error)));
}

describe('an error that leaves a subgraph', () => {
  it('never repeats a value given as a variable', async () => {
    const { errors } = await execute({ schema, document: parse('query Q($bsn: BSN!) { find(bsn: $bsn) }'), variableValues: { bsn: '123456789' } });
    expect(presented(errors, 'BAD_USER_INPUT')).toContain('geen geldig burgerservicenummer');
    expect(presented(errors, 'BAD_USER_INPUT')).not.toContain('123456789');
  });

  it('never repeats a value written into the document', () => {
    for (const document of ['{ find(bsn: "123456789") }', '{ count(first: "123456789") }']) {
      expect(presented(validate(schema, parse(document)), 'GRAPHQL_VALIDATION_FAILED')).toContain('BAD_USER_INPUT');
      expect(presented(validate(schema, parse(document)), 'GRAPHQL_VALIDATION_FAILED')).not.toContain('123456789');
    }
  });

  it('is a fault with its own sentence, or one masked sentence for everything else', () => {
    expect(present({ message: 'x' }, notFound())).toEqual({ message: 'Niet gevonden.', extensions: { code: 'NOT_FOUND' } });
    expect(present({ message: 'relation "client" does not exist' }, new Error('relation "client" does not exist')).message).not.toContain('client');
  });
});

describe('the log of a bug', () => {
  it('has the id of the request that met it, and nothing of faults and refusals', async () => {
    const lines: unknown[] = [];
    const listener = await logBugs({ error: (line: unknown) => lines.push(line) } as never).requestDidStart!({} as never);
    const met = [new GraphQLError('x', { path: ['a'], originalError: notFound() }), new GraphQLError('y', { path: ['b'], originalError: new TypeError('broken') })];
    await listener!.didEncounterErrors!({ errors: met, contextValue: { requestId: 'r-1' } } as never);
    expect(lines).toEqual([{ requestId: 'r-1', err: expect.any(TypeError) }]);
  });
});
