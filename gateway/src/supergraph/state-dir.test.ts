import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stateIn } from './state-dir.js';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'schakel-state-'))));
afterEach(() => rmSync(folder, { recursive: true }));

describe('what outlives a restart', () => {
  it('is read as it was kept, and put in place whole', async () => {
    const state = stateIn(join(folder, 'new', 'one'));
    await state.keepSupergraph('type Query { a: Int }\n');
    await state.keepOperations(['{ a }', '{ b }']);
    expect(await state.supergraph()).toBe('type Query { a: Int }\n');
    expect(await state.operations()).toEqual(['{ a }', '{ b }']);
    expect(readdirSync(join(folder, 'new', 'one')).toSorted()).toEqual(['operations.json', 'supergraph.graphql']);
  });

  it('a file that was changed or cut off is as good as none', async () => {
    const state = stateIn(folder);
    await state.keepSupergraph('type Query { a: Int }\n');
    const file = join(folder, 'supergraph.graphql');
    writeFileSync(file, readFileSync(file, 'utf8').replace('a: Int', 'b: Int'));
    expect(await state.supergraph()).toBeNull();
    expect(await state.operations()).toEqual([]);
  });

  it('without a folder nothing is kept', async () => {
    const state = stateIn(undefined);
    await state.keepSupergraph('type Query { a: Int }\n');
    expect(await state.supergraph()).toBeNull();
  });
});
