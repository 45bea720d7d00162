/**
 * How long and how much an HTTP server of ours listens to somebody who says little: the same for the gateway and every service.
 * Guarantees: a client that sends its headers or its body by the drop is cut off, and no header block is read that nobody needs.
 */
import { createServer, STATUS_CODES, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Socket } from 'node:net';
import type { ServerTls } from './tls.js';

const HEADERS_MS = 5_000;
const REQUEST_MS = 10_000;
const IDLE_MS = 72_000;
/** An envelope with a ticket is some 4 kB, a user's token at most 8. */
const MAX_HEADER_BYTES = 20 * 1024;
const PATIENCE = { headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS, keepAliveTimeout: IDLE_MS, connectionsCheckingInterval: 1_000, maxHeaderSize: MAX_HEADER_BYTES };

/** As fastify's `serverFactory`. */
export function patientServer(tls: ServerTls | null): (handler: RequestListener) => Server {
  return (handler) => (tls ? createTlsServer({ ...PATIENCE, ...tls }, handler) : createServer(PATIENCE, handler));
}

/** How often a client sent a header, which Node's own table of headers does not tell of one that may stand once. */
export function timesSent({ rawHeaders }: { readonly rawHeaders: readonly string[] }, name: string): number {
  let times = 0;
  // Names and values by turns.
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const text = rawHeaders[at] ?? '';
    if (text.length === name.length && text.toLowerCase() === name) times += 1;
  }
  return times;
}

const REFUSED: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/** As fastify's `clientErrorHandler`: what is not HTTP, or never ends, is told so in one line and hung up on. */
export function refuseConnection(error: { readonly code?: string | undefined }, socket: Socket): void {
  const status = REFUSED[error.code ?? ''] ?? 400;
  if (socket.writable && error.code !== 'ECONNRESET') socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
  socket.destroySoon();
}
