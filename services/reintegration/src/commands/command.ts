/** What every command is given: who gives it and when, and the promises it works with. Wired once, in service.ts. */
import { badInput, Fault, forbidden } from '#kernel/faults.js';
import type { LabourDispute } from '#law/agreement/labour-dispute.js';
import type { RepresentationRule } from '#law/agreement/representation.js';
import type { AgreementStore, Alternatives, Asking, BodyQuestions, OwnFacts, Received, Signer } from '../domain/ports.js';
import { isWrongInput, type WrongInput } from '../domain/client-dates.js';
import type { GroupOrderStore } from '../domain/group-order-ports.js';
import type { AuthorityRule } from '../domain/parties.js';
import { refuse, type Refused } from '../domain/refusals.js';
import type { Actor } from '../domain/standing.js';

export interface CommandRequest extends Asking {
  /** The gateway's signing ticket for the viewer's own body, or null. */
  readonly ticket: string | null;
  /** The terms input as it was sent, of which the ticket holds the hash; null for a command without terms. */
  readonly given: object | null;
}

export interface CommandServices {
  readonly store: AgreementStore;
  readonly groupOrders: GroupOrderStore;
  readonly ownFacts: OwnFacts;
  readonly bodies: BodyQuestions;
  readonly alternatives: Alternatives;
  readonly signer: Signer;
  readonly matrix: readonly AuthorityRule[];
  readonly disputes: readonly LabourDispute[];
  readonly representation: readonly RepresentationRule[];
  readonly adaptationCodes: ReadonlySet<string>;
  /** The first part of the ids of each company in the partner register. */
  readonly companyCodes: ReadonlySet<string>;
  bodyName(id: string): string;
  newId(): string;
  /** Instant on the business clock, ISO 8601. */
  instant(businessDate: string): string;
  /** Lets the coordinator work on an agreement for at most a second. */
  settle(id: string, businessDate: string): Promise<void>;
}

export function actorOf({ matrix, disputes, representation, instant }: CommandServices, { viewer, businessDate }: CommandRequest): Actor {
  return { viewer, matrix, disputes, representation, on: businessDate, at: instant(businessDate) };
}

/** Every command is about a person, so it names a purpose (Wsw art. 15 lid 1). */
export function requirePurpose(request: CommandRequest): void {
  if (request.viewer.purpose === null) throw forbidden('Noem het doel waarvoor u dit doet (doelbinding).');
}

/** The payload that makes a repeat the same command: its name and input without the id. */
export function received(request: CommandRequest, verb: string, input: { readonly commandId: string; readonly id?: string }): Received {
  const { commandId, ...rest } = input;
  const { viewer, requestId } = request;
  return { commandId, actor: viewer.subject, payload: { verb, ...rest }, subject: input.id ?? null, by: { viewer, requestId } };
}

/** BAD_USER_INPUT for what a decider called wrong input. */
export function orBadInput<T extends object>(answer: T | WrongInput): T {
  if (isWrongInput(answer)) throw badInput(answer.wrongInput);
  return answer;
}

/** A body that does not answer is a refusal of the command, and nothing has changed (domain brief 8.4 row 11). */
export async function orUnavailable<T>(services: CommandServices, work: () => Promise<T>): Promise<T | Refused> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'UNAVAILABLE') throw error;
    const body = error.extensions['body'];
    return refuse('BODY_UNAVAILABLE', body === undefined ? null : `Het gaat om ${services.bodyName(body)}.`);
  }
}
