// What the command handlers are given, and the one way in which all of them take effect: from the directory only, once per
// command id, in one transaction, and never after a newer coordinator spoke (architecture section 3; invariant I5).
import type { KeyObject } from 'node:crypto';
import type { CryptoKey, JWK } from 'jose';
import type { z } from 'zod';
import { badInput, forbidden } from '#kernel/faults.js';
import { parseId } from '#kernel/ids.js';
import { CommandReused, onceOnly } from '#shell/inbox.js';
import type { ProcessingLog } from '#shell/processing-log/processing-log.js';
import type { CommandHandler, PartyCommand } from '#shell/service-definition.js';
import { StaleEpoch } from '#shell/stale-epoch.js';
import type { AuthorityRule } from '../domain/authority.js';
import { NO_ROWS, type CompanyFacts } from '../domain/policy.js';
import type { CompanySystem, Tx } from '../port.js';
import { employmentOfAgreement } from '../store/agreement-worker.js';
import { acceptEpoch } from '../store/epochs.store.js';

/** What agreements are carried out for (Wsw art. 15): the commands between bodies name no purpose of their own. */
const PURPOSE = 'wsw';

export interface CommandParts {
  readonly code: string;
  readonly company: CompanyFacts;
  readonly system: CompanySystem;
  readonly authority: readonly AuthorityRule[];
  readonly log: ProcessingLog;
  /** Key shared with the gateway: opens the signing tickets of this body's officers. */
  readonly envelopeKey: Buffer;
  /** `kid` of the signatures. */
  readonly serviceName: string;
  readonly signingKey: CryptoKey | KeyObject | JWK | Uint8Array;
  /** RFC 7638, of the signing key. */
  readonly keyThumbprint: string;
  /** How long a place is held before the directory is asked whether it must stay so. */
  readonly holdAskSeconds: number;
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** The technical clock: signatures carry the real time. */
  now(): Date;
}

/** A handler that checks the sender and the payload, and runs `work` once per command id; a repeat gets the stored outcome. */
export function commandOf<P>(parts: CommandParts, schema: z.ZodType<P>, work: (tx: Tx, payload: P, command: PartyCommand) => Promise<object>): CommandHandler {
  return async (command) => {
    if (command.from !== parts.company.directory) throw forbidden();
    const parsed = schema.safeParse(command.payload);
    if (!parsed.success) throw badInput('De opdracht is niet begrepen.');
    const received = { commandId: command.id, actor: command.from, payload: command.payload, verb: command.verb, subject: agreementOf(command.payload) };
    const effect = async (tx: Tx): Promise<object> => {
      if (!(await acceptEpoch(tx, command.from, command.epoch))) throw new StaleEpoch();
      return (await onceOnly(tx, received, () => logged(parts, tx, command, () => work(tx, parsed.data, command)))).outcome;
    };
    return parts.transaction(effect).catch(refuseReuse);
  };
}

/** Commands are about the worker of an agreement. Before and after the work, because a share may come or go with it. */
async function logged(parts: CommandParts, tx: Tx, { id, from, verb, viewer, payload, requestId }: PartyCommand, work: () => Promise<object>): Promise<object> {
  const before = await workerOf(parts, tx, payload);
  const outcome = await work();
  const persons = [...before, ...(before.length === 0 ? await workerOf(parts, tx, payload) : [])];
  await parts.log.write(tx, { viewer, requestId: requestId || id, from, action: `command ${verb ?? 'unknown'}`, purpose: PURPOSE }, persons);
  return outcome;
}

/** The person, when the company employs him: of another company's worker it is told no person. */
async function workerOf(parts: CommandParts, tx: Tx, payload: unknown): Promise<string[]> {
  const { employment, agreement } = payload as { readonly employment?: unknown; readonly agreement?: unknown };
  const known = typeof agreement === 'string' ? await employmentOfAgreement(tx, agreement) : null;
  const local = typeof employment === 'string' ? ownLocalId(parts, employment, 'E') : known?.local ? known.id : ownLocalId(parts, known?.id, 'E');
  if (local === null) return [];
  return (await parts.system.employmentsByIds(tx, { ...NO_ROWS, everything: true }, [local])).map(({ person }) => person);
}

/** Local id of this company's own thing, or null for another company's or a malformed id. */
export function ownLocalId(parts: CommandParts, id: string | null | undefined, kind: 'W' | 'E'): string | null {
  const parsed = id ? parseId(id) : null;
  return parsed && parsed.owner === parts.code && parsed.kind === kind ? parsed.local : null;
}

/** Every command of the contract is about one agreement; for the audit chain. */
function agreementOf(payload: unknown): string | null {
  const { agreement } = payload as { readonly agreement?: unknown };
  return typeof agreement === 'string' ? agreement : null;
}

function refuseReuse(error: unknown): never {
  if (error instanceof CommandReused) throw badInput('Dit opdrachtnummer is al gebruikt voor een andere opdracht.');
  throw error;
}
