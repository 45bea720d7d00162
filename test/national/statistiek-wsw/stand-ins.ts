/**
 * A process that stands in for the register of residents and ninety companies, each on a port of its own, and answers what the half-yearly delivery
 * asks. Prints the addresses as one line of JSON; ends when whoever started it closes its standard input.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bsnOf, companies, employmentOf, municipalityOf, numberOf } from './country.js';

interface Question {
  readonly query: string;
  readonly variables: { readonly persons?: readonly (string | { readonly id: string })[] };
}

function residents({ variables }: Question): object {
  const ids = (variables.persons ?? []).map((one) => (typeof one === 'string' ? one : one.id));
  return { found: ids.map((id) => ({ id, bsn: bsnOf(numberOf(id)), birthDate: '1970-05-14', residence: { code: municipalityOf(0) } })) };
}

function company({ variables }: Question): object {
  return { _entities: [{ employmentStatistics: { known: true, employments: (variables.persons ?? []).map((one) => employmentOf(String(one))) } }] };
}

async function answer(request: IncomingMessage, response: ServerResponse, of: (question: Question) => object): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  if (request.url !== '/graphql') return void response.writeHead(404).end();
  const text = JSON.stringify({ data: of(JSON.parse(Buffer.concat(parts).toString('utf8')) as Question) });
  response.writeHead(200, { 'content-type': 'application/json' }).end(text);
}

function listen(of: (question: Question) => object): Promise<number> {
  const server = createServer((request, response) => void answer(request, response, of));
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));
}

const services = ['benefits', ...companies().map((code) => `sw-${code}`)];
const ports = await Promise.all(services.map((name) => listen(name === 'benefits' ? residents : company)));
process.stdout.write(`${JSON.stringify(Object.fromEntries(services.map((name, index) => [name, `http://127.0.0.1:${ports[index]}`])))}\n`);
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
