import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { drive, type Load } from './drive.js';

describe('load', () => {
  const seen: string[] = [];
  let answer = '{"data":{}}';
  let server: Server;
  let asked: Load;
  beforeAll(async () => {
    server = createServer((request, response) => {
      seen.push(String(request.headers.authorization));
      request.resume().on('end', () => response.end(answer));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    asked = { port: (server.address() as AddressInfo).port, path: '/graphql', body: () => '{"query":"{ é }"}', headers: (index) => `authorization: Bearer ${index}\r\n`, connections: 3, milliseconds: 50, right: ({ body }) => body.length === 11 };
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('has a header of its own per request, and counts every answer', async () => {
    const { latencies, wrong, milliseconds } = await drive(asked);
    expect(wrong).toBe(0);
    expect(latencies).toHaveLength(seen.length);
    expect(new Set(seen).size).toBe(seen.length);
    expect(milliseconds).toBeGreaterThanOrEqual(50);
  });

  it('counts an answer that is not right as wrong', async () => {
    answer = '{"data":null}';
    const { latencies, wrong } = await drive(asked);
    expect(wrong).toBe(latencies.length);
  });
});
