import { describe, expect, it } from '@jest/globals';
import { linkOf, newRequestId, newSpanId, parentSpanOf, traceIdOf, traceparentOf } from './trace.js';

const REQUEST = '0b1f3a52-7c0d-4e9a-8f11-2233445566ff';
const TRACE = '0b1f3a527c0d4e9a8f112233445566ff';
const SPAN = 'a1b2c3d4e5f60718';

describe('the id of a request', () => {
  it('is a UUID of version 7: in the order of time, and unlike any other of its millisecond', () => {
    const at = Date.parse('2014-03-03T09:00:00.123Z');
    const ids = Array.from({ length: 500 }, () => newRequestId(at));
    expect(new Set(ids).size).toBe(500);
    expect(ids.filter((id) => !/^0144872b-d2fb-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toEqual([]);
    expect(newRequestId(at + 1) > newRequestId(at)).toBe(true);
    expect(traceIdOf(newRequestId(at))).toMatch(/^0144872bd2fb7[0-9a-f]{19}$/);
  });
});

describe('a trace', () => {
  it('is that of the request, whatever its id looks like', () => {
    expect(traceIdOf(REQUEST)).toBe(TRACE);
    expect(traceIdOf('command:7')).toMatch(/^[0-9a-f]{32}$/);
    expect(traceIdOf('command:7')).not.toBe(traceIdOf('command:8'));
    expect(traceIdOf('00000000-0000-0000-0000-000000000000')).not.toMatch(/^0+$/);
  });

  it('travels as W3C Trace Context, with a new span each time', () => {
    expect(traceparentOf(REQUEST, SPAN)).toBe(`00-${TRACE}-${SPAN}-01`);
    expect(traceparentOf(REQUEST)).toMatch(new RegExp(`^00-${TRACE}-[0-9a-f]{16}-01$`));
    expect(newSpanId()).not.toBe(newSpanId());
  });

  it('has spans of which no two are the same', () => {
    const ids = Array.from({ length: 2_000 }, () => newSpanId());
    expect(new Set(ids).size).toBe(2_000);
    expect(ids.filter((id) => !/^[0-9a-f]{16}$/.test(id))).toEqual([]);
  });

  it('takes its parent only from a header that tells of this request', () => {
    expect(parentSpanOf(traceparentOf(REQUEST, SPAN), REQUEST)).toBe(SPAN);
    expect(parentSpanOf(traceparentOf('another', SPAN), REQUEST)).toBeNull();
    for (const header of [undefined, '', ['00'], `00-${TRACE}-${SPAN}`, `00-${TRACE}-0000000000000000-01`, `01-${TRACE}-${SPAN}-01`, `00-${TRACE}-${SPAN.toUpperCase()}-01`]) {
      expect(parentSpanOf(header, REQUEST)).toBeNull();
    }
  });

  it('of a client is a link and nothing else', () => {
    expect(linkOf(`00-${TRACE}-${SPAN}-00`)).toBe(TRACE);
    expect(linkOf('990001271')).toBeNull();
    expect(linkOf(`00-${'0'.repeat(32)}-${SPAN}-00`)).toBeNull();
  });
});
