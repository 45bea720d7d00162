import { describe, expect, it } from '@jest/globals';
import { inputOf } from '../check-input.js';
import { MANIFEST_FILE, manifestOf } from '../manifest.js';
import { notStale } from './not-stale.js';

describe('not-stale', () => {
  const input = inputOf();
  const files = new Map<string, string | null>([...input.subgraphs.map(({ name, sdl }) => [`${name}.graphql`, sdl] as const), ['supergraph.graphql', input.supergraphSdl], [MANIFEST_FILE, manifestOf(input.operations)]]);

  it('files that are what the services print are in order', () => {
    expect(notStale.check({ ...input, filesHere: files })).toEqual([]);
  });

  it('a file that differs or is not there is stale', () => {
    const filesHere = new Map(files).set('sw-leiden.graphql', null).set('supergraph.graphql', 'old').set(MANIFEST_FILE, '{}');
    expect(notStale.check({ ...input, filesHere }).map((line) => line.split(' ')[0])).toEqual(['schema/sw-leiden.graphql', 'schema/supergraph.graphql', `schema/${MANIFEST_FILE}`]);
  });
});
