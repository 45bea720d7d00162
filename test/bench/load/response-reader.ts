/**
 * Reads HTTP/1.1 responses from the bytes of one connection, as little as is needed to know where each ends: a length, or chunks.
 * Written for measuring, where an HTTP client would cost more than the gateway that it asks.
 */

export interface Reply {
  readonly status: number;
  /** Without the transfer's chunk marks. */
  readonly body: Buffer;
  /** The server ends the connection after this one. */
  readonly last: boolean;
}

const HEAD_END = Buffer.from('\r\n\r\n');
const LINE_END = Buffer.from('\r\n');

interface Head {
  readonly status: number;
  readonly length: number | 'chunked';
  readonly last: boolean;
}

export class ResponseReader {
  private waiting: Buffer[] = [];
  private size = 0;
  /** Of the response that is being read, once its head is there; `from` is where its body starts. */
  private head: (Head & { readonly from: number }) | null = null;

  /** The response that these bytes complete; null while it is not complete. One question is under way at a time, so one is enough. */
  take(bytes: Buffer): Reply | null {
    this.waiting.push(bytes);
    this.size += bytes.length;
    if (this.head && this.head.length !== 'chunked' && this.size < this.head.from + this.head.length) return null;
    const all = this.waiting.length === 1 ? bytes : Buffer.concat(this.waiting);
    this.waiting = [all];
    this.head ??= headIn(all);
    const body = this.head && bodyIn(all, this.head.from, this.head.length);
    if (!this.head || !body) return null;
    const reply = { status: this.head.status, body, last: this.head.last };
    [this.waiting, this.size, this.head] = [[], 0, null];
    return reply;
  }
}

function headIn(bytes: Buffer): (Head & { from: number }) | null {
  const end = bytes.indexOf(HEAD_END);
  if (end < 0) return null;
  const text = bytes.toString('latin1', 0, end).toLowerCase();
  const length = /\r\ncontent-length: *(\d+)/.exec(text)?.[1];
  if (length === undefined && !/\r\ntransfer-encoding: *chunked/.test(text)) throw new Error(`a response without a length: ${text.slice(0, 200)}`);
  return { status: Number(text.slice(9, 12)), length: length === undefined ? 'chunked' : Number(length), last: /\r\nconnection: *close/.test(text), from: end + HEAD_END.length };
}

function bodyIn(bytes: Buffer, from: number, length: number | 'chunked'): Buffer | null {
  if (length === 'chunked') return chunksIn(bytes, from);
  return bytes.length >= from + length ? bytes.subarray(from, from + length) : null;
}

function chunksIn(bytes: Buffer, from: number): Buffer | null {
  const parts: Buffer[] = [];
  for (let at = from; ; ) {
    const line = bytes.indexOf(LINE_END, at);
    if (line < 0) return null;
    const size = Number.parseInt(bytes.toString('latin1', at, line), 16);
    const start = line + LINE_END.length;
    if (bytes.length < start + size + LINE_END.length) return null;
    if (size === 0) return Buffer.concat(parts);
    parts.push(bytes.subarray(start, start + size));
    at = start + size + LINE_END.length;
  }
}
