import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildSchema, execute, parse, validate, type DefinitionNode, type GraphQLSchema } from 'graphql';
import { clientKey } from '../response-keys.js';
import { normalise } from './normalise.js';
import { documentFor, schemaText } from './testing/random-documents.js';

/** Every leaf tells where it stands and what it was asked with, so that a value that changed on the way shows. */
function answersOf(schema: GraphQLSchema, definitions: readonly DefinitionNode[], variableValues: Readonly<Record<string, unknown>>): unknown {
  return execute({
    schema,
    document: { kind: 'Document', definitions } as never,
    variableValues,
    fieldResolver: (_source, args: Readonly<Record<string, unknown>>, _context, { fieldName, returnType, parentType }) => {
      const told = `${parentType.name}.${fieldName} ${JSON.stringify(args, Object.keys(args).toSorted())}`;
      const text = String(returnType);
      if (text.includes('String')) return text.startsWith('[') ? [told] : told;
      return text.startsWith('[') ? [{ told }, { told }] : { told };
    },
    typeResolver: (_value, _context, info, abstract) => info.schema.getPossibleTypes(abstract)[0]?.name,
  });
}

function unmarked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unmarked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [clientKey(key), unmarked(part)]));
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

describe('the normal form of a document', () => {
  it('has the same answer as the document, with the lifted values and without the marks', () => {
    fc.assert(
      fc.property(schemaText, fc.array(fc.nat(), { minLength: 60, maxLength: 600 }), (text, choices) => {
        const schema = buildSchema(text);
        const { document, variables } = documentFor(schema, choices);
        fc.pre(validate(schema, parse(document)).length === 0);
        const normal = normalise(schema, parse(document), null);
        const values = { ...normal.values, ...variables };
        const whole = answersOf(schema, parse(document).definitions, variables) as { data?: unknown };
        expect(plain(unmarked((answersOf(schema, normal.document.definitions, values) as { data?: unknown }).data))).toEqual(plain(whole.data));
        if (normal.text !== null) expect(validate(schema, parse(normal.text))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
