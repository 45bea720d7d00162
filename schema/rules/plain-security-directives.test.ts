import { describe, expect, it } from '@jest/globals';
import { directory, inputOf, inputWithoutComposition, LINK } from '../check-input.js';
import { plainSecurityDirectives } from './plain-security-directives.js';

const check = (sdl: string): string[] => plainSecurityDirectives.check(inputWithoutComposition([{ name: 'reintegration', sdl }]));

describe('plain-security-directives', () => {
  it('the directives by their own names are in order, in subgraphs and supergraph', () => {
    const sdl = `${directory} extend type Query { count: Int @authenticated @policy(policies: [["people"]]) }`;
    expect(plainSecurityDirectives.check(inputOf({ reintegration: sdl }))).toEqual([]);
  });

  it('an import under another name is refused, also when composition would take it', () => {
    const renamed = `${directory} extend type Query { count: Int @guarded }`.replace('"@authenticated"', '{ name: "@authenticated", as: "@guarded" }');
    const found = plainSecurityDirectives.check(inputOf({ reintegration: renamed }));
    expect(found).toEqual([expect.stringContaining('reintegration: imports a directive under another name'), expect.stringContaining('the supergraph has a security feature')]);
  });

  it('a namespace of another name is refused, and so is a directive by its long name', () => {
    expect(check(directory.replace('v2.9",', 'v2.9", as: "fed",'))).toEqual([expect.stringContaining('under another name')]);
    expect(check(`${directory} extend type Query { count: Int @federation__authenticated }`)).toEqual(['reintegration: uses @federation__authenticated, which has a shorter name']);
  });

  it('a feature that nobody enforces, or a directive of one\'s own, is refused', () => {
    expect(check(`${LINK} extend schema @link(url: "https://example.org/guard/v1.0", import: ["@guard"], for: SECURITY) type Query { count: Int @guard }`)).toEqual([
      'reintegration: links https://example.org/guard/v1.0, which nobody enforces',
    ]);
    expect(check(`${directory} directive @policy(policies: [[String!]!]!) on FIELD_DEFINITION`)).toEqual(['reintegration: defines @policy itself']);
  });

  it('a supergraph with a security feature of another kind or name is refused', () => {
    const link = (url: string, rest = ''): string => `schema @link(url: "https://specs.apollo.dev/${url}"${rest}, for: SECURITY) { query: Query }`;
    const of = (supergraphSdl: string): string[] => plainSecurityDirectives.check({ ...inputOf(), supergraphSdl });
    expect(of(link('policy/v0.1'))).toEqual([]);
    expect(of(link('inaccessible/v0.2'))).toEqual([]);
    expect(of(link('policy/v0.1', ', as: "rule"'))).toHaveLength(1);
    expect(of(link('policy/v0.2'))).toHaveLength(1);
    expect(of(link('guard/v0.1'))).toHaveLength(1);
  });
});
