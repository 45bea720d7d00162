/**
 * The case worker turns a worker's YES into a proposal. Architecture section 5: only a YES opens a proposal; proposing accepts one's own version.
 * Guarantees: at most one live agreement per offer, also under two simultaneous proposals (the offer row is locked).
 */
import { badInput, notFound } from '#kernel/faults.js';
import type { ProposedEvent } from '../domain/agreement.js';
import { addDays } from '#law/terms/calendar.js';
import { checkDraft } from '../domain/negotiation.js';
import { mayRecord, opensProposal, type Offer } from '../domain/offer.js';
import { offerScope } from '../domain/policy.js';
import type { AgreementTransaction, StoredOutcome } from '../domain/ports.js';
import { firstRefusal, isRefused, refuse, type Refused } from '../domain/refusals.js';
import type { Actor } from '../domain/standing.js';
import { answerTo, storedRefusal, type CommandAnswer } from './answer.js';
import { beginAgreement } from './begin-agreement.js';
import { actorOf, received, requirePurpose, type CommandRequest, type CommandServices } from './command.js';
import { draftTerms, type PreparedDraft } from './draft-terms.js';
import { gatherFacts, type TermsWish } from './gather-facts.js';

export interface ProposeInput {
  readonly commandId: string;
  readonly offer: string;
  readonly terms: TermsWish;
  readonly validForDays: number;
}

const MAX_VALID_DAYS = 180;

type Prepared = PreparedDraft & { readonly agreement: string };

export async function proposeAgreement(services: CommandServices, request: CommandRequest, input: ProposeInput): Promise<CommandAnswer> {
  requirePurpose(request);
  if (input.validForDays < 1 || input.validForDays > MAX_VALID_DAYS) throw badInput(`Een voorstel geldt 1 tot ${MAX_VALID_DAYS} dagen.`);
  const message = received(request, 'propose', input);
  const known = await services.store.recall(message);
  const offer = await visibleOffer(services, request, input.offer);
  const about = offer?.chosen ? { person: offer.person, workplace: offer.chosen } : null;
  if (known !== null) return answerTo(services, request, known, about);
  const actor = actorOf(services, request);
  const prepared = offer ? await prepare(services, request, actor, offer, input) : refuse('NO_AUTHORITY');
  if (isRefused(prepared) && prepared.refused === 'BODY_UNAVAILABLE') return answerTo(services, request, storedRefusal(prepared, null), about);
  const outcome = await services.store.once(message, (tx) => (isRefused(prepared) ? Promise.resolve(storedRefusal(prepared, null)) : save(tx, input, prepared, actor)));
  return answerTo(services, request, outcome, about);
}

/** Null for somebody whose office proposes nothing; he is told that before anything about the offer. */
async function visibleOffer(services: CommandServices, request: CommandRequest, id: string): Promise<Offer | null> {
  if (!request.viewer.roles.includes('CASE_WORKER')) return null;
  const offer = await services.store.findOffer(id, offerScope(request.viewer));
  if (!offer) throw notFound();
  return offer;
}

async function prepare(services: CommandServices, request: CommandRequest, actor: Actor, offer: Offer, input: ProposeInput): Promise<Prepared | Refused> {
  const use = await services.store.transaction((tx) => tx.offerUse(offer.id));
  const refused = firstRefusal(
    () => mayRecord(request.viewer, offer.recordedBy),
    () => opensProposal(offer, use, request.businessDate),
  );
  if (refused || offer.chosen === null) return refused ?? refuse('NO_WORKER_CHOICE');
  const facts = await gatherFacts(services, request, offer.person, offer.chosen);
  if (isRefused(facts)) return facts;
  const agreement = services.newId();
  const draft = await draftTerms(services, request, actor, { agreement, amends: null, atOwn: false, nextNumber: () => Promise.resolve(1), facts, wish: input.terms });
  return isRefused(draft) ? draft : { ...draft, agreement };
}

async function save(tx: AgreementTransaction, input: ProposeInput, { agreement: id, version, parties, acceptances }: Prepared, actor: Actor): Promise<StoredOutcome> {
  const offer = await tx.loadOffer(input.offer);
  if (!offer) throw notFound();
  const { terms } = version;
  const overlapping = await tx.overlapping(offer.person, terms.from, terms.until, []);
  const use = await tx.offerUse(offer.id);
  const refused = firstRefusal(
    () => opensProposal(offer, use, actor.on),
    () => (offer.chosen === terms.workplace ? null : refuse('NO_WORKER_CHOICE', 'De keuze is intussen gewijzigd.')),
    () => checkDraft({ version, parties, overlapping, acceptances }, actor),
  );
  if (refused) return storedRefusal(refused, null);
  const { person, profile } = offer;
  const event: ProposedEvent = { type: 'PROPOSED', id, person, profile, offer: offer.id, terms: version, parties, acceptances, expiresOn: addDays(actor.on, input.validForDays) };
  await beginAgreement(tx, event, actor);
  return { kind: 'AGREEMENT', id, startedAt: null };
}
