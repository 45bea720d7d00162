import { describe, expect, it } from '@jest/globals';
import { underOwnName } from './request-text.js';

describe('a question to a subgraph', () => {
  it.each([
    ['query Dossier__sw_leiden__12($id: ID!){a}', 'sw-leiden', 'query Dossier($id: ID!){a}'],
    ['mutation Accept__reintegration__0{a}', 'reintegration', 'mutation Accept{a}'],
    ['query My__Own__1__benefits__3{a}', 'benefits', 'query My__Own__1{a}'],
    ['query Dossier__4{a}', 'benefits', 'query Dossier{a}'],
    ['{a}', 'benefits', '{a}'],
    ['query Dossier{a__benefits__1}', 'benefits', 'query Dossier{a__benefits__1}'],
  ])('goes under the name of the client: %s', (operation, subgraph, sent) => {
    expect(underOwnName(operation, subgraph)).toBe(sent);
  });
});
