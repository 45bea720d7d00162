/** The last changes that this gateway heard of, numbered without holes. A subscriber who was away goes on from here. */

export interface News {
  readonly seq: number;
  /** Id of what changed. */
  readonly id: string;
}

const KEPT = 1_000;

export class NewsLog {
  private kept: News[] = [];
  /** The newest that is here; null before the first stream said where it stands. */
  private last: number | null = null;
  private head = Infinity;

  /** From where a stream must go on. */
  get cursor(): number {
    return this.last ?? 0;
  }

  /** The newest, once everything up to what the stream promised is here. */
  get position(): number | null {
    return this.last !== null && this.last >= this.head ? this.last : null;
  }

  /** Nobody listens for a while: what is here may be old until a stream says where it stands. */
  pause(): void {
    this.head = Infinity;
  }

  /** A stream says where it stands. False when it cannot go on from our cursor: then what is here is forgotten. */
  opened(head: number, oldest: number): boolean {
    const goesOn = this.last === null || (oldest <= this.last + 1 && head >= this.last);
    if (!goesOn) this.kept = [];
    if (!goesOn || this.last === null) this.last = oldest - 1;
    this.head = head;
    return goesOn;
  }

  /** False for a number that is not the next one. */
  add(news: News): boolean {
    if (this.last === null || news.seq !== this.last + 1) return false;
    this.last = news.seq;
    this.kept.push(news);
    if (this.kept.length > KEPT) this.kept.shift();
    return true;
  }

  /** What came after a number; null when some of it is no longer kept, or it is not from this log. */
  since(seq: number): readonly News[] | null {
    if (this.last === null || seq > this.last) return null;
    const missed = this.last - seq;
    if (missed === 0) return [];
    return missed <= this.kept.length ? this.kept.slice(-missed) : null;
  }
}
