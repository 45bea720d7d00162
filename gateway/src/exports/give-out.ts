/**
 * Hands an export on from its service to who asked, part by part, at the reader's pace. Guarantees: never more of it in memory than a connection holds;
 * a reader that goes takes the work at the service with him; a file that breaks off ends without its end.
 */
import { pipeline as handOn } from 'node:stream/promises';
import type { FastifyReply } from 'fastify';
import type { Viewer } from '#kernel/viewer.js';
import type { Exchange } from '../exchange.js';
import { send } from '../http-exchange.js';
import type { PipelineRunner } from '../run-pipeline.js';
import { silenceOf, type ExportClient, type OpenedExport } from './export-client.js';
import type { Offer } from './offer.js';

/** Who takes nothing for so long is hung up on. */
const SLOW_MS = 60_000;
/** In the log only: the reader hung up. */
const READER_GONE = 'READER_GONE';

/** The exports that are being given out; a gateway that stops ends them. */
export interface GivingOut {
  readonly open: Set<AbortController>;
}

interface Means extends GivingOut {
  readonly client: ExportClient;
  readonly pipeline: PipelineRunner;
}

interface Wish {
  readonly exchange: Exchange;
  readonly offer: Offer;
  readonly viewer: Viewer;
  /** Of the address, with its question mark; empty without one. */
  readonly search: string;
}

export async function giveOut({ client, pipeline, open }: Means, { exchange, offer, viewer, search }: Wish, reply: FastifyReply): Promise<FastifyReply> {
  const leaving = new AbortController();
  open.add(leaving);
  reply.raw.on('close', () => leaving.abort());
  try {
    const address = `/exports/${offer.name}${search}`;
    const opened = await client.open({ service: offer.service, address, viewer, requestId: exchange.requestId, leaving: leaving.signal });
    reply.hijack();
    pipeline.finish(exchange, await sent(opened, exchange, offer, reply, leaving.signal));
    return reply;
  } catch (error) {
    return send(reply, exchange, pipeline.refuse(exchange, error));
  } finally {
    open.delete(leaving);
  }
}

/** What went wrong on the way. */
async function sent({ body, fileName }: OpenedExport, { requestId }: Exchange, offer: Offer, reply: FastifyReply, leaving: AbortSignal): Promise<string[]> {
  const response = reply.raw;
  response.setTimeout(SLOW_MS, () => response.destroy());
  response.writeHead(200, { 'content-type': offer.mediaType, 'content-disposition': `attachment; filename="${fileName ?? offer.name}"`, 'x-request-id': requestId });
  let brokenBy: unknown = null;
  body.once('error', (error) => (brokenBy ??= error));
  response.once('close', () => (brokenBy ??= leaving));
  try {
    await handOn(body, response);
    return [];
  } catch {
    response.destroy();
    return [brokenBy === leaving ? READER_GONE : silenceOf(offer.service).code];
  }
}
