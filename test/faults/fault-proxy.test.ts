/** The bad network that the fault runs rest on does what it says: each mode, and the two moments of one request. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { FaultProxy, type Passing } from './fault-proxy.js';

let receiver: Server;
let received: string[];
let seen: string[];
let proxy: FaultProxy;
let onPass: (passing: Passing) => Promise<void> | undefined;

beforeEach(async () => {
  received = [];
  seen = [];
  onPass = () => undefined;
  receiver = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => void (text += chunk.toString()));
    request.on('end', () => {
      received.push(text);
      response.setHeader('x-own', 'kept');
      response.end(`answer to ${text}`);
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const target = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  proxy = await FaultProxy.open({ from: 'a', to: 'b', target }, (passing) => {
    seen.push(`${passing.moment} ${passing.from}>${passing.to} ${passing.path} ${passing.body}; received ${received.length}`);
    return onPass(passing);
  });
});
afterEach(async () => {
  await proxy.close();
  receiver.closeAllConnections();
  await new Promise((resolve) => receiver.close(resolve));
});

const send = (text: string, patience = 3_000): Promise<Response> => fetch(`${proxy.url}/commands/x`, { method: 'POST', body: text, signal: AbortSignal.timeout(patience) });

it('passes on what is sent and what is answered, and tells of both moments', async () => {
  const answer = await send('one');
  expect([answer.status, answer.headers.get('x-own'), await answer.text()]).toEqual([200, 'kept', 'answer to one']);
  expect(seen).toEqual(['before a>b /commands/x one; received 0', 'after a>b /commands/x one; received 1']);
});

it('a link that is down refuses, and takes up again where it was', async () => {
  await proxy.set('down');
  await expect(send('one')).rejects.toThrow();
  expect(received).toEqual([]);
  await proxy.set('ok');
  expect(await (await send('two')).text()).toBe('answer to two');
});

it.each(['reset', 'hang'] as const)('a link that does %s lets nothing through', async (mode) => {
  await proxy.set(mode);
  await expect(send('one', 500)).rejects.toThrow();
  expect(received).toEqual([]);
  await proxy.set('ok');
  expect((await send('two')).status).toBe(200);
});

it('an answer that is cut was given: the receiver did it, the sender cannot know', async () => {
  await proxy.set('cut');
  await expect(send('one').then((answer) => answer.text())).rejects.toThrow();
  expect(received).toEqual(['one']);
});

it('latency only takes time', async () => {
  await proxy.set('latency');
  const began = performance.now();
  expect((await send('one')).status).toBe(200);
  expect(performance.now() - began).toBeGreaterThan(350);
});

it('a receiver that dies before it is reached gives the sender no answer', async () => {
  onPass = ({ moment }) => {
    if (moment === 'before') receiver.closeAllConnections();
    return moment === 'before' ? new Promise((resolve) => receiver.close(() => resolve())) : undefined;
  };
  await expect(send('one')).rejects.toThrow();
  expect(received).toEqual([]);
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
});
