/** The pure half of the proof: what the verifier sees in rows alone, and what only the heads that others keep can tell. */
import { describe, expect, it } from '@jest/globals';
import { ChainVerifier, type Anchor } from './chain-verifier.js';
import { linked, type AuditContent, type AuditRow } from './link.js';

const ORIGIN = 'a'.repeat(64);

function chain(length: number): AuditRow[] {
  const rows: AuditRow[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    const content: AuditContent = { seq: String(seq), at: String(1_000_000 * seq), actor: 'somebody', verb: 'do', commandId: `c${seq}`, requestHash: 'r', outcomeHash: 'o', subject: null, prev: rows.at(-1)?.hash ?? ORIGIN };
    rows.push(linked(content));
  }
  return rows;
}

function verify(rows: readonly AuditRow[], head = rows.at(-1) ?? null, anchors: readonly Anchor[] = []): string[] {
  const verifier = new ChainVerifier(ORIGIN, anchors);
  for (const row of rows) verifier.next(row);
  return verifier.end(head).map(({ seq, what }) => `${seq} ${what}`);
}

const told = (row: { seq: string; hash: string }): Anchor => ({ holder: 'another', seq: row.seq, hash: row.hash });

describe('a chain of audit rows', () => {
  it('is clean as it was written, also when it is empty, and with the heads that others keep', () => {
    const rows = chain(5);
    expect(verify(rows, rows[4], [told(rows[1]!), told(rows[4]!), told({ seq: '0', hash: ORIGIN })])).toEqual([]);
    expect(verify([], { ...rows[0]!, seq: '0', hash: ORIGIN })).toEqual([]);
  });

  it('names the one row in which a column was changed', () => {
    const rows = chain(5);
    for (const change of [{ at: '3000001' }, { actor: 'other' }, { verb: 'undo' }, { commandId: 'x' }, { requestHash: 'x' }, { outcomeHash: 'x' }, { subject: '' }]) {
      expect(verify(rows.map((row, index) => (index === 2 ? { ...row, ...change } : row)))).toEqual(['3 a column was changed: the hash does not fit']);
    }
  });

  it('breaks at the next row when the hash was made to fit', () => {
    const rows = chain(5);
    const forged = rows.map((row, index) => (index === 2 ? linked({ ...row, verb: 'undo' }) : row));
    expect(verify(forged)).toEqual(['4 does not follow from the row before it']);
  });

  it('shows the place of a row that is gone', () => {
    const rows = chain(5);
    expect(verify(rows.filter((_row, index) => index !== 2))).toEqual(['3 a row is missing, doubled or renumbered: the next one is 4', '4 does not follow from the row before it']);
  });

  it('that lost its end with its head is found by the heads that others keep, and only by them', () => {
    const rows = chain(5);
    const cut = rows.slice(0, 3);
    expect(verify(cut, rows[4]!)).toEqual(['3 the chain ends here, its head says 5']);
    expect(verify(cut, cut[2]!)).toEqual([]);
    expect(verify(cut, cut[2]!, [told(rows[4]!)])).toEqual(['5 is gone: another was told of this row']);
  });

  it('that was written anew from some row on is found by the heads that others keep', () => {
    const rows = chain(5);
    const anew = rows.slice(0, 2);
    for (const row of rows.slice(2)) anew.push(linked({ ...row, verb: 'undo', prev: anew.at(-1)!.hash }));
    expect(verify(anew)).toEqual([]);
    expect(verify(anew, anew[4], [told(rows[3]!)])).toEqual(['4 is not the row that another was told of']);
  });
});
