import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { sha256Hex } from '#kernel/canonical.js';
import { DEFAULT_REGISTERS_DIR } from '#kernel/registers.js';
import { loadClients } from './clients.js';
import { loadManifest } from './manifest.js';

const folder = mkdtempSync(join(tmpdir(), 'schakel-clients-'));
afterAll(() => rmSync(folder, { recursive: true }));

const operation = (body: string, id = `sha256:${sha256Hex(body)}`): object => ({ id, name: 'Q', type: 'query', body });
function manifest(name: string, ...operations: object[]): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations }));
  return file;
}

describe('a list of known operations', () => {
  it('gives the text of an id, also when a tool wrote the id without its prefix', () => {
    const text = '{ me { subject } }';
    const file = manifest('own.json', operation(text, sha256Hex(text)));
    expect([...loadManifest(file)]).toEqual([[`sha256:${sha256Hex(text)}`, text]]);
  });

  it('is refused when an id is not that of its text, or the format is not known', () => {
    expect(() => loadManifest(manifest('changed.json', operation('{ a }', `sha256:${sha256Hex('{ b }')}`)))).toThrow('is not the SHA-256 of its text');
    writeFileSync(join(folder, 'other.json'), '{"format":"other","version":1,"operations":[]}');
    expect(() => loadManifest(join(folder, 'other.json'))).toThrow();
  });
});

describe('the register of clients', () => {
  it('that is committed can be read, and knows the portal, the analyst and a system of every company', () => {
    const clients = loadClients(DEFAULT_REGISTERS_DIR);
    expect(['schakel-page', 'schakel-analyst', 'system-sw-leiden'].map((id) => clients.of(id).kind)).toEqual(['portal', 'analyst', 'partner-system']);
    expect(clients.of('schakel-page').operations.size).toBeGreaterThan(8);
  });

  it('holds an application that nobody registered, or that is not named, for the most restricted kind', () => {
    const clients = loadClients(DEFAULT_REGISTERS_DIR);
    expect([clients.of('elsewhere').kind, clients.of(null).kind, clients.of('__proto__').kind]).toEqual(['portal', 'portal', 'portal']);
  });

  it('lets a company register a list of its own, which nobody else may use', () => {
    mkdirSync(join(folder, 'operations'));
    manifest(join('operations', 'manifest.json'), operation('{ everybody }'));
    manifest('leiden.json', operation('{ leiden }'));
    writeFileSync(join(folder, 'clients.json'), JSON.stringify([{ id: 'leiden', kind: 'partner-system', manifest: 'leiden.json' }, { id: 'page', kind: 'portal', manifest: null }]));
    const clients = loadClients(folder);
    expect([...clients.of('leiden').operations.values()]).toEqual(['{ everybody }', '{ leiden }']);
    expect([...clients.of('page').operations.values()]).toEqual(['{ everybody }']);
  });
});
