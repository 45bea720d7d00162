import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { inRepository } from '../paths.js';
import { actionWord, counted, roleWord, stateWord } from './words.js';

const schema = readFileSync(inRepository('schema', 'reintegration.graphql'), 'utf8');
const codesOf = (name: string): string[] => new RegExp(`^enum ${name} \\{([^}]+)\\}`, 'm').exec(schema)?.[1]?.match(/\b[A-Z_]{2,}\b/g) ?? [];

describe('the words of the story', () => {
  it.each([['AgreementState', stateWord], ['PartyRole', roleWord], ['AgreementAction', actionWord]] as const)('exist for every code of %s', (name, word) => {
    const codes = codesOf(name);
    expect(codes.length).toBeGreaterThan(3);
    expect(codes.filter((code) => word(code) === code)).toEqual([]);
  });

  it('count one as one', () => {
    expect([0, 1, 2].map((count) => counted(count, 'uitkering', 'uitkeringen'))).toEqual(['0 uitkeringen', '1 uitkering', '2 uitkeringen']);
  });
});
