/** In which media type an answer leaves (GraphQL over HTTP), by the client's accept header; read once for each header text. */
import Negotiator from 'negotiator';
import { BoundedCache } from '../bounded-cache.js';
import { wantsEvents } from '../steps/live-news.js';

export const JSON_TYPE = 'application/json; charset=utf-8';
/** In the order in which we would choose ourselves; the last is what the stock front knows too. */
const OFFERED = [JSON_TYPE, 'application/graphql-response+json; charset=utf-8', 'application/json; callbackSpec=1.0; charset=utf-8'];
const KNOWN_HEADERS = 500;

const known = new BoundedCache<string, string>(KNOWN_HEADERS);

/** Null: nothing that we have. Whoever takes a stream of events takes JSON: that is what a question, and every refusal, is answered with. */
export function mediaTypeFor(accept: string | undefined): string | null {
  if (accept === undefined || accept === '' || wantsEvents(accept)) return JSON_TYPE;
  const found = known.get(accept) ?? chosen(accept);
  return found === '' ? null : found;
}

function chosen(accept: string): string {
  const type = new Negotiator({ headers: { accept } }).mediaType(OFFERED) ?? '';
  known.set(accept, type);
  return type;
}
