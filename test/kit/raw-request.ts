/** A contract operation sent by hand, for tests that look at the HTTP answer. */
import { readFileSync } from 'node:fs';
import { inRepository } from '../../local/paths.js';
import type { GraphAnswer, GraphClient } from '../../local/demo/graph-client.js';
import { url } from './stack.js';

export interface RawAnswer<T> extends GraphAnswer<T> {
  readonly requestId: string;
}

export function contractDocument(file: string): string {
  return readFileSync(inRepository('schema', 'operations', `${file}.graphql`), 'utf8');
}

export async function rawRequest<T>({ who }: GraphClient, body: object): Promise<RawAnswer<T>> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${who.token}`, 'x-doelbinding': who.purpose };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
  return { ...((await response.json()) as GraphAnswer<T>), requestId: response.headers.get('x-request-id') ?? '' };
}
