// Guarantees: what other bodies must be told follows from the event alone, in the same transaction; nobody keeps a place or a name he has no ground for.
// Security-and-reliability I9 (rejected holds nothing); domain brief 2.10 (name and adaptations only to the parties, after the worker's yes).
import type { Agreement, AgreementEvent } from './agreement.js';
import { actingBodies } from './parties.js';

/** A command to the service of `body`, to be delivered until it is answered. */
export interface OutgoingCommand {
  readonly body: string;
  readonly verb: 'share-employment' | 'unshare-employment' | 'release-workplace' | 'end-placement' | 'suspend-placement' | 'resume-placement';
  readonly payload: object;
}

/** `before` is null for a new agreement; `on` is the business date. */
export function outgoingCommands(before: Agreement | null, after: Agreement, event: AgreementEvent, on: string): OutgoingCommand[] {
  switch (event.type) {
    case 'PROPOSED':
    case 'COUNTERED':
      return [share(after)];
    case 'REJECTED':
    case 'WITHDRAWN':
    case 'LAPSED':
      return leaving(before, after);
    case 'WORKER_DECIDED':
      return event.decision === 'DECLINED' ? [...leaving(before, after), ...undoSigned(before, after, on)] : [];
    case 'SUSPENDED':
      return toCompanies(after, 'suspend-placement', { from: event.on });
    case 'RESUMED':
      return toCompanies(after, 'resume-placement', { on: event.on });
    case 'ENDING_STARTED':
      return toCompanies(after, 'end-placement', { endsOn: event.endsOn });
    case 'REPLACED': // the place goes to the successor instead of becoming free
      return toCompanies(after, 'end-placement', { endsOn: event.endsOn, successor: event.by });
    default:
      return [];
  }
}

function share(agreement: Agreement): OutgoingCommand {
  const { placingBody, employment } = agreement.current.terms;
  const others = actingBodies(agreement.parties).filter((body) => body !== placingBody);
  return { body: placingBody, verb: 'share-employment', payload: { agreement: agreement.id, employment, with: others } };
}

function leaving(before: Agreement | null, agreement: Agreement): OutgoingCommand[] {
  const { placingBody, receivingBody, employment, workplace } = agreement.current.terms;
  const unshare: OutgoingCommand = { body: placingBody, verb: 'unshare-employment', payload: { agreement: agreement.id, employment } };
  if (!before?.holding) return [unshare];
  return [{ body: receivingBody, verb: 'release-workplace', payload: { agreement: agreement.id, workplace, termsVersion: agreement.current.number } }, unshare];
}

/** A no after signing: both companies recorded a placement that will not begin. */
function undoSigned(before: Agreement | null, agreement: Agreement, on: string): OutgoingCommand[] {
  return before?.state === 'SIGNED' ? toCompanies(agreement, 'end-placement', { endsOn: on }) : [];
}

/** Both have a placement of their own; one company may be both. */
function toCompanies(agreement: Agreement, verb: OutgoingCommand['verb'], when: object): OutgoingCommand[] {
  const { placingBody, receivingBody } = agreement.current.terms;
  const bodies = [...new Set([receivingBody, placingBody])];
  return bodies.map((body) => ({ body, verb, payload: { agreement: agreement.id, ...when } }));
}
