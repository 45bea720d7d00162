/** The bench's own arithmetic; what it measures is measured by running it. */
import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { inRepository } from '../../../local/paths.js';
import { differences } from './compare.js';
import { summed } from './counting.js';
import { medianOf, percentile, ratio, summary } from './measures.js';
import { addedCompanies, addedMunicipalities, COUNTRY, countryRegisters, type RegisterFiles } from './national/country.js';
import { renamed } from './national/supergraph.js';
import { measuredOperations, onlyOperation } from './operations.js';
import { below, readStat } from './processors.js';
import { growth, report } from './report.js';
import type { Found, Side, SizeRun } from './results.js';

describe('latencies', () => {
  it('are told by nearest rank, whatever their order', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect([50, 95, 99, 100].map((percent) => percentile(values, percent))).toEqual([50, 95, 99, 100]);
    expect(percentile([7], 99)).toBe(7);
    expect(percentile([], 50)).toBeNaN();
  });

  it('of several rounds are the median of each figure by itself', () => {
    const rounds = [[1, 9, 9, 10], [2, 8, 30, 30], [3, 7, 10, 20]].map(([p50 = 0, p95 = 0, p99 = 0, rps = 0]) => ({ p50, p95, p99, rps }));
    expect(medianOf(rounds)).toEqual({ p50: 2, p95: 8, p99: 10, rps: 20 });
    expect(summary([10, 20, 30], 1.5)).toEqual({ p50: 20, p95: 30, p99: 30, rps: 2 });
    expect(ratio(3, 0)).toBeNaN();
  });
});

describe('answers', () => {
  it('differ where a value, a length or a name differs, and the place is told', () => {
    const one = { data: { person: { name: 'A', lists: [1, 2], none: null } } };
    expect(differences(one, structuredClone(one))).toEqual([]);
    expect(differences(one, { data: { person: { name: 'B', lists: [1], none: null } } })).toEqual(['$.data.person.name: "A" is not "B"', '$.data.person.lists[1]: 2 is not undefined']);
    expect(differences({ list: [] }, { list: {} })).toEqual(['$.list: a list and none']);
    expect(differences({ gone: null }, {})).toHaveLength(1);
  });

  it('are the same when a system that is asked itself says another moment of the same day', () => {
    expect(differences({ asOf: '2014-03-03T10:19:23.534Z' }, { asOf: '2014-03-03T10:19:24.001Z' })).toEqual([]);
    expect(differences({ asOf: '2014-03-03T10:19:23.534Z' }, { asOf: '2014-03-04T10:19:23.534Z' })).toHaveLength(1);
    expect(differences({ asOf: '2014-03-03T00:00:00.000Z' }, { asOf: '2014-03-03T10:19:23.534Z' })).toHaveLength(1);
  });
});

describe('costs', () => {
  it('tell the questions of the gateway from those between services, and sum the statements', () => {
    expect(summed([{ from: 'gateway', statements: 8 }, { from: 'reintegration', statements: 2 }, { from: 'gateway', statements: 3 }])).toEqual({ subgraphCalls: 2, betweenServices: 1, statements: 13 });
  });

  it('of processors are those of a program and everything below it', () => {
    const stat = (pid: number, parent: number, ticks: number) => readStat(pid, `${pid} (a (strange) name) S ${parent} 1 1 0 -1 0 0 0 0 0 ${ticks} 1 0 0 20 0 1 0 1`);
    const all = [stat(1, 0, 5), stat(2, 1, 7), stat(3, 2, 9), stat(4, 0, 100)];
    expect(below(all, [1]).map(({ pid, used }) => [pid, used])).toEqual([[1, 60], [2, 80], [3, 100]]);
  });
});

describe('what is measured', () => {
  it('is the committed operation, and of a document with several that one alone', () => {
    const operations = measuredOperations({ clients: ['a'], workers: ['b'] });
    expect(operations.map(({ name }) => name)).toEqual(['dossier', 'worklist', 'placements', 'options', 'handling']);
    const options = onlyOperation(readFileSync(inRepository('schema', 'operations', 'negotiation.graphql'), 'utf8'), 'Options');
    expect(options).toContain('workplaceOptions');
    expect(options).not.toContain('mutation');
    expect(() => onlyOperation('query A { a }', 'B')).toThrow();
  });
});

describe('a country', () => {
  const read = (name: string): unknown => JSON.parse(readFileSync(inRepository('schema', name), 'utf8'));
  const registers = countryRegisters({ partners: read('partners.json'), authority: read('authority.json') } as RegisterFiles);

  it('has 415 municipalities and 90 companies, the pilot among them, each body with an OIN of its own', () => {
    expect(registers.partners.parties.filter(({ company }) => company).length).toBe(COUNTRY.companies);
    expect(13 + addedMunicipalities().length).toBe(COUNTRY.municipalities);
    const oins = registers.partners.bodies.map(({ oin }) => oin);
    expect(new Set(oins).size).toBe(oins.length);
    expect(oins.every((oin) => oin.length === 20)).toBe(true);
  });

  it('has added companies with the schema of the one whose system they have, under names of their own', () => {
    const sdl = renamed(readFileSync(inRepository('schema', 'sw-zoetermeer-rijswijk.graphql'), 'utf8'), addedCompanies()[0] ?? '');
    expect(sdl).toContain('type Land01SwCompany');
    expect(sdl).not.toContain('ZoetermeerRijswijk');
  });
});

describe('the report', () => {
  const latencies = (p50: number, p95: number, rps: number) => ({ p50, p95, p99: p95, rps });
  const side = (p50: number, p95: number, rps: number): Side => ({ alone: latencies(p50, p95, rps), busy: latencies(p50, p95, rps), processor: p50 });
  const cost = { subgraphCalls: 5, betweenServices: 0, statements: 19, mergedStatements: 9, bytes: 100 };
  const found = (federation: Side): Found => ({ operation: 'dossier', cost, federation, merged: side(10, 20, 100) });
  const runs: SizeRun[] = [
    { size: 'pilot', engine: 'stock', counts: { person: 1 }, found: [found(side(15, 40, 60))], failed: {} },
    { size: 'national', engine: 'stock', counts: { person: 2 }, found: [found(side(30, 80, 20))], failed: { options: 'late' } },
  ];

  it('holds the ratios against the targets, and the country against the pilot', () => {
    const text = report({ at: '2026-01-01', clients: 16, seconds: 5, rounds: 3, loadBefore: 0, runs });
    expect(text).toContain('| dossier p50, pilot, stock | 1.50x | at most 2x | yes |');
    expect(text).toContain('| dossier throughput, national, stock | 0.20x | at least 0.5x | no |');
    expect(text).toContain('Not measured, options: late');
    expect(growth({ runs })).toEqual([{ operation: 'dossier', engine: 'stock', federation: 2, merged: 1 }]);
  });
});
