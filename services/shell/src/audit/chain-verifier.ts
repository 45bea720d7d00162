/**
 * Follows one audit chain from its origin to its head and names every place where it is not as it was written. Pure: rows go in, faults come out.
 * Guarantees: an edited column, a row that is gone, added or moved, and an end that is not the head are each found.
 * Cannot see by itself: an end that was cut off together with the head. For that there are the heads that other systems keep (anchors).
 */
import { BEFORE_FIRST, linkHash, type AuditRow, type ChainHead } from './link.js';

export interface AuditFault {
  /** Where in the chain; the number of the row, or of the row that should be there. */
  readonly seq: string;
  readonly what: string;
}

/** The head of this chain as another system was told it. */
export interface Anchor extends ChainHead {
  readonly holder: string;
}

/** After so many it is clear that the chain is not to be trusted; the rest would only fill the screen. */
export const MOST_FAULTS = 100;

export class ChainVerifier {
  private readonly found: AuditFault[] = [];
  private readonly anchors: ReadonlyMap<string, readonly Anchor[]>;
  private readonly waiting: Set<Anchor>;
  private last: ChainHead;
  private read = 0;

  constructor(
    origin: string,
    anchors: readonly Anchor[] = [],
  ) {
    this.last = { seq: BEFORE_FIRST, hash: origin };
    this.anchors = bySeq(anchors);
    this.waiting = new Set(anchors);
    this.compare(this.last);
  }

  get faults(): readonly AuditFault[] {
    return this.found;
  }

  get rows(): number {
    return this.read;
  }

  /** The next row by number. What comes after a fault is judged by what is there, so that one fault is told once. */
  next(row: AuditRow): void {
    const expected = String(BigInt(this.last.seq) + 1n);
    if (row.seq !== expected) this.fault(expected, `a row is missing, doubled or renumbered: the next one is ${row.seq}`);
    if (row.prev !== this.last.hash) this.fault(row.seq, 'does not follow from the row before it');
    if (linkHash(row) !== row.hash) this.fault(row.seq, 'a column was changed: the hash does not fit');
    this.last = { seq: row.seq, hash: row.hash };
    this.read += 1;
    this.compare(row);
  }

  /** After the last row. */
  end(head: ChainHead | null): readonly AuditFault[] {
    if (!head) this.fault(this.last.seq, 'the head of the chain is gone');
    else if (head.seq !== this.last.seq) this.fault(this.last.seq, `the chain ends here, its head says ${head.seq}`);
    else if (head.hash !== this.last.hash) this.fault(head.seq, 'the head has another hash than the last row');
    for (const { seq, holder } of this.waiting) this.fault(seq, `is gone: ${holder} was told of this row`);
    return this.found;
  }

  /** A fault that another check found at a row. */
  fault(seq: string, what: string): void {
    if (this.found.length < MOST_FAULTS) this.found.push({ seq, what });
  }

  private compare(head: ChainHead): void {
    for (const anchor of this.anchors.get(head.seq) ?? []) {
      this.waiting.delete(anchor);
      if (anchor.hash !== head.hash) this.fault(head.seq, `is not the row that ${anchor.holder} was told of`);
    }
  }
}

function bySeq(anchors: readonly Anchor[]): ReadonlyMap<string, readonly Anchor[]> {
  const known = new Map<string, Anchor[]>();
  for (const anchor of anchors) {
    const same = known.get(anchor.seq);
    if (same) same.push(anchor);
    else known.set(anchor.seq, [anchor]);
  }
  return known;
}
