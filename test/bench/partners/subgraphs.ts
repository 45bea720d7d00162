/**
 * `node subgraphs.js FOLDER NAME...`: a made-up subgraph for each name, by FOLDER/NAME.graphql, each on a free port. Prints one line of JSON,
 * name to address. POST /hang to one and it takes questions and never answers, until POST /resume; GET tells how many questions it had.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Answering } from '../scenario/answering.js';
import { madeUpSchema } from './made-up.js';

async function serve(folder: string, name: string): Promise<string> {
  let answering: Answering | null = null;
  let [calls, hangs] = [0, false];
  const take = (request: IncomingMessage, response: ServerResponse): void => {
    if (request.method !== 'POST') return send(response, Buffer.from(JSON.stringify({ calls })));
    if (request.url === '/hang' || request.url === '/resume') {
      hangs = request.url === '/hang';
      return send(response, Buffer.from('{}'));
    }
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      calls += 1;
      if (hangs) return;
      // Made when it is first asked: most of ninety companies are asked little.
      answering ??= new Answering(madeUpSchema(join(folder, `${name}.graphql`)));
      Promise.resolve(answering.answer(Buffer.concat(parts).toString())).then((bytes) => send(response, bytes), (error: unknown) => send(response, Buffer.from(JSON.stringify({ errors: [{ message: String(error) }] }))));
    });
  };
  const server = createServer(take);
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function send(response: ServerResponse, body: Buffer): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
}

const [folder = '', ...names] = process.argv.slice(2);
const addresses: Record<string, string> = {};
for (const name of names) addresses[name] = await serve(folder, name);
process.stdout.write(`${JSON.stringify(addresses)}\n`);
