/**
 * How the Schakel profile speaks with a subgraph: each question is sealed for that subgraph alone (who asks, purpose, business date, until when),
 * with a ticket where the viewer's own body is asked to sign; and of a silent one the client is told which body it is, and nothing else.
 */
import { ENVELOPE_HEADER, sealEnvelope } from '#kernel/envelope.js';
import { unavailable } from '#kernel/faults.js';
import { sealTicket } from '#kernel/ticket.js';
import { TRACE_HEADER } from '#kernel/trace.js';
import type { Viewer } from '#kernel/viewer.js';
import type { Exchange } from '../exchange.js';
import type { FetchWatch } from '../observation/watch.js';
import type { SubgraphQuestion } from './subgraph.js';
import type { Manner } from './subgraph-request.js';

/** What the gateway shares with one subgraph. */
export interface Sealing {
  /** The subgraph's name: whom the envelope is for. */
  readonly audience: string;
  readonly key: Buffer;
  readonly businessDate: () => string;
  /** The key of the service that signs for a body; null when that body signs nothing. */
  signingKey(viewer: Viewer): Buffer | null;
}

/** The body that runs it, as told to users. */
interface Body {
  readonly id: string;
  readonly name: string;
}

const MISSING = 'de gegevens van deze organisatie ontbreken.';
/** Of a command that left nobody can say here whether it was done; under its own id it may be given again. */
const OPEN_COMMAND = 'of uw opdracht is uitgevoerd, is niet bekend. Geef haar straks opnieuw, met hetzelfde opdrachtnummer.';
const UNSENT_COMMAND = 'uw opdracht is niet gegeven. Geef haar straks opnieuw, met hetzelfde opdrachtnummer.';

export function sealedManner(body: Body, sealing: Sealing): Manner {
  return {
    headers: (exchange, question, deadline, watch) => sealed(exchange, question, deadline, sealing, watch),
    silence: (mutating, sent) => unavailable(body.id, `${body.name} antwoordt niet; ${mutating ? commandOf(sent) : MISSING}`),
  };
}

function commandOf(sent: boolean): string {
  return sent ? OPEN_COMMAND : UNSENT_COMMAND;
}

function sealed(exchange: Exchange, { body, mutating }: SubgraphQuestion, deadline: number, sealing: Sealing, watch: FetchWatch): string[] {
  const { viewer, requestId } = exchange;
  if (!viewer) throw new TypeError('a fetch without a viewer');
  const ticket = mutating ? ticketFor(exchange, viewer, sealing) : undefined;
  const envelope = sealEnvelope({ viewer, businessDate: sealing.businessDate(), requestId, deadline, ticket }, sealing.audience, body, sealing.key);
  return [ENVELOPE_HEADER, envelope, TRACE_HEADER, watch.traceparent(requestId)];
}

function ticketFor({ signing }: Exchange, viewer: Viewer, sealing: Sealing): string | undefined {
  const key = signing && sealing.signingKey(viewer);
  return signing && key ? sealTicket({ ...signing, viewer }, key) : undefined;
}
