import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ResponseReader, type Reply } from './response-reader.js';

const PLAIN = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 11\r\n\r\n{"data":{}}';
const CHUNKED = 'HTTP/1.1 207 Multi\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n6\r\n{"data\r\n5\r\n":{}}\r\n0\r\n\r\n';

/** In parts cut at these places. */
function readIn(text: string, cuts: readonly number[]): (Reply | null)[] {
  const reader = new ResponseReader();
  const places = [0, ...[...cuts].sort((a, b) => a - b), text.length];
  return places.slice(1).map((end, index) => reader.take(Buffer.from(text.slice(places[index], end))));
}

describe('reading a response', () => {
  it.each([['with a length', PLAIN, 200, false], ['in chunks', CHUNKED, 207, true]])('gives its status and body, %s, however its bytes come in', (_, text, status, last) => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: text.length - 1 }), { maxLength: 6 }), (cuts) => {
        const found = readIn(text, cuts);
        expect(found.slice(0, -1).every((one) => one === null)).toBe(true);
        const reply = found.at(-1);
        expect({ ...reply, body: reply?.body.toString() }).toEqual({ status, body: '{"data":{}}', last });
      }),
    );
  });

  it('goes on with the next on the same connection', () => {
    const reader = new ResponseReader();
    expect([PLAIN, PLAIN].map((text) => reader.take(Buffer.from(text))?.status)).toEqual([200, 200]);
  });

  it('refuses one that does not say how long it is', () => {
    expect(() => new ResponseReader().take(Buffer.from('HTTP/1.1 200 OK\r\n\r\n'))).toThrow('without a length');
  });
});
