/** From the stored outcome of a command to what its giver is told; the same for the first answer and for every repeat. */
import type { AgreementScope } from '../domain/policy.js';
import { agreementScope } from '../domain/policy.js';
import type { Agreement } from '../domain/agreement.js';
import type { PlaceSought, StoredOutcome } from '../domain/ports.js';
import { refuse, type RefusalCode, type Refused } from '../domain/refusals.js';
import type { CommandRequest, CommandServices } from './command.js';

export type CommandAnswer =
  | { readonly kind: 'AGREEMENT'; readonly id: string }
  | { readonly kind: 'OFFER'; readonly id: string }
  | { readonly kind: 'REFUSAL'; readonly refused: Refused; readonly agreement: string | null; readonly alternatives: readonly string[] };

/** Refused because of the place, so other places are named. */
const ABOUT_THE_PLACE: readonly RefusalCode[] = ['WORKPLACE_TAKEN', 'WORKPLACE_UNSUITABLE'];

export async function answerTo(services: CommandServices, request: CommandRequest, outcome: StoredOutcome | 'REUSED', about: PlaceSought | null): Promise<CommandAnswer> {
  if (outcome === 'REUSED') return refusal(refuse('COMMAND_REUSED'), null, []);
  if (outcome.kind === 'OFFER') return outcome;
  if (outcome.kind === 'AGREEMENT') return afterStep(services, request, outcome);
  const refused = refuse(outcome.code, outcome.detail);
  return refusal(refused, outcome.agreement, await alternativesTo(services, request, refused, about));
}

/** The last acceptance started a reservation; when the place turned out to be taken, that is the answer. */
async function afterStep(services: CommandServices, request: CommandRequest, outcome: Extract<StoredOutcome, { kind: 'AGREEMENT' }>): Promise<CommandAnswer> {
  const { id, startedAt } = outcome;
  const next = startedAt === null ? null : await services.store.entryAfter(id, startedAt);
  if (next?.event.type !== 'WORKPLACE_TAKEN') return { kind: 'AGREEMENT', id };
  const refused = refuse('WORKPLACE_TAKEN');
  return refusal(refused, id, await alternativesTo(services, request, refused, await aboutAgreement(services, id, agreementScope(request.viewer))));
}

async function aboutAgreement(services: CommandServices, id: string, scope: AgreementScope): Promise<PlaceSought | null> {
  const agreement = await services.store.find(id, scope);
  return agreement && soughtBy(agreement);
}

export function soughtBy({ person, current: { terms } }: Agreement): PlaceSought {
  return { person, workplace: terms.workplace };
}

async function alternativesTo(services: CommandServices, request: CommandRequest, refused: Refused, about: PlaceSought | null): Promise<readonly string[]> {
  if (!ABOUT_THE_PLACE.includes(refused.refused) || about === null) return [];
  return services.alternatives.for(about.person, about.workplace, request);
}

function refusal(refused: Refused, agreement: string | null, alternatives: readonly string[]): CommandAnswer {
  return { kind: 'REFUSAL', refused, agreement, alternatives };
}

/** How a refusal is kept under its command id. */
export function storedRefusal({ refused, detail }: Refused, agreement: string | null): StoredOutcome {
  return { kind: 'REFUSAL', code: refused, detail, agreement };
}
