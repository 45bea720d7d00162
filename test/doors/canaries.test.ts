/** The look at logs and tables that ends the stack round (test/kit/stop-stack.ts) finds what it looks for. */
import { describe, expect, it } from '@jest/globals';
import { scenarioWorkers } from '../../local/population/fixed-people.js';
import { rowsOf } from '../kit/imports.js';
import { allNumbersIn, scanSinks } from './canaries/scan.js';

describe('the look at every sink', () => {
  it('knows a number of a person, invented or not, alone, quoted or in a record; and no part of an id or a fraction', () => {
    const { bsn } = scenarioWorkers[0]!;
    for (const text of [bsn, `{"bsn":"${bsn}"}`, `(${bsn},x)`, '111222333', `${'0'.repeat(40)}${bsn}`]) expect(allNumbersIn(text).length).toBeGreaterThan(0);
    for (const text of ['123456789', `id-${bsn}`, '0.111222333', '99000001']) expect(allNumbersIn(text)).toEqual([]);
  });

  it('sees every log and every table, and finds nothing where nothing may be', async () => {
    const { sinks, characters, hits } = await scanSinks();
    expect(sinks).toBeGreaterThan(60);
    expect(characters).toBeGreaterThan(1_000_000);
    expect(hits).toEqual([]);
  });

  it('would find a number in a table that keeps none', async () => {
    const [row] = await rowsOf<{ line: string }>('benefits', `select $1::text as line`, [`(1,${scenarioWorkers[0]!.bsn})`]);
    expect(allNumbersIn(row?.line ?? '')).toHaveLength(1);
  });
});
