/** The ports of the services, called directly: without the gateway's envelope nobody gets past the door, whatever he asks. */
import { describe, expect, it } from '@jest/globals';
import { SERVICES } from '../../local/services.js';
import { serviceUrl } from '../kit/stack.js';

const QUESTIONS = ['{ __typename }', '{ _service { sdl } }', '{ _entities(representations: [{ __typename: "Person", id: "x" }]) { __typename } }', 'no graphql at all'];
const HEADERS = [{}, { 'x-schakel-envelope': 'eyJhIjoxfQ.AAAA' }, { authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' }];

const send = (service: string, path: string, headers: Record<string, string>, body: string): Promise<Response> =>
  fetch(`${serviceUrl(service)}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });

describe.each(SERVICES.map(({ name }) => name))('%s', (service) => {
  it.each(QUESTIONS)('answers 401 and nothing else to %s', async (query) => {
    for (const headers of HEADERS) {
      const response = await send(service, '/graphql', headers as Record<string, string>, JSON.stringify({ query }));
      expect([response.status, await response.text()]).toEqual([401, '']);
    }
  });

  it('answers 401 whatever the content calls itself', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const response = await send(service, '/graphql', { 'content-type': type }, 'query=%7B__typename%7D');
      expect([response.status, await response.text()]).toEqual([401, '']);
    }
  });

  it('answers 401 and nothing else to a command', async () => {
    for (const headers of HEADERS) {
      const response = await send(service, '/commands/hold-workplace', headers as Record<string, string>, '{"id":"1","epoch":0,"payload":{}}');
      expect([response.status, await response.text()]).toEqual([401, '']);
    }
  });

  it('answers 401 and nothing else to who wants a stream', async () => {
    for (const headers of HEADERS) {
      for (const path of ['/streams/agreement-news?after=0', '/streams/none']) {
        const response = await fetch(`${serviceUrl(service)}${path}`, { headers: headers as Record<string, string> });
        expect([response.status, await response.text()]).toEqual([401, '']);
      }
    }
  });

  it('answers 401 and nothing else to who wants an export, or to know which there are', async () => {
    for (const headers of HEADERS) {
      for (const path of ['/exports', '/exports/sw-statistiek', '/exports/none?year=2013']) {
        const response = await fetch(`${serviceUrl(service)}${path}`, { headers: headers as Record<string, string> });
        expect([response.status, await response.text()]).toEqual([401, '']);
      }
    }
  });

  it('has no other door', async () => {
    expect((await fetch(`${serviceUrl(service)}/graphql`)).status).toBe(404);
    expect((await fetch(`${serviceUrl(service)}/`)).status).toBe(404);
    expect((await fetch(`${serviceUrl(service)}/readyz`)).status).toBe(200);
  });
});
