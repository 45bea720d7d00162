/** What was asked and what was answered, in order, one JSON line each: the history that the checker judges. */
import { createWriteStream, type WriteStream } from 'node:fs';

/** Marks the record of a known command id that was given again with another content. */
export const REUSED = '#reused';

export type Verb = 'offer' | 'choice' | 'propose' | 'counter' | 'accept' | 'reject' | 'withdraw' | 'inform' | 'decide' | 'end' | 'suspend' | 'resume' | 'reuse';

/** What a client was told in answer to a command. */
export type Told =
  | { readonly kind: 'AGREEMENT'; readonly id: string; readonly version: number; readonly state: string }
  | { readonly kind: 'OFFER'; readonly id: string }
  | { readonly kind: 'REFUSAL'; readonly code: string; readonly agreement: string | null }
  /** A fault with one of the seven codes that says that nothing was done. */
  | { readonly kind: 'FAULT'; readonly code: string };

export interface Invoked {
  readonly type: 'invoke';
  readonly at: number;
  readonly command: string;
  /** Subject of the giver. */
  readonly actor: string;
  readonly verb: Verb;
  /** Null for an offer, a choice and a proposal. */
  readonly agreement: string | null;
  /** 1 for the first time, then counting; two with the same number were sent at once. */
  readonly attempt: number;
}

export interface Answered {
  readonly type: 'answer';
  readonly at: number;
  readonly command: string;
  readonly told: Told;
}

/** Never answered: it may have been done or not. */
export interface Unknown {
  readonly type: 'unknown';
  readonly at: number;
  readonly command: string;
}

/** What a reader saw of an agreement. */
export interface Seen {
  readonly type: 'seen';
  readonly at: number;
  /** When he began to look: two who look at once may be told in either order. */
  readonly asked: number;
  readonly agreement: string;
  readonly version: number;
  readonly state: string;
}

export type Entry = Invoked | Answered | Unknown | Seen;
type Untimed<T> = T extends Entry ? Omit<T, 'at'> : never;

/** Milliseconds on the clock of the records. */
export const now = (): number => Math.round(performance.now() * 10) / 10;

export class Recorder {
  readonly entries: Entry[] = [];
  private readonly file: WriteStream | null;

  constructor(path: string | null = null) {
    this.file = path === null ? null : createWriteStream(path);
  }

  add(entry: Untimed<Entry>): void {
    const timed = { at: now(), ...entry } as Entry;
    this.entries.push(timed);
    this.file?.write(`${JSON.stringify(timed)}\n`);
  }

  close(): Promise<void> {
    return new Promise((resolve) => (this.file ? this.file.end(() => resolve()) : resolve()));
  }
}
