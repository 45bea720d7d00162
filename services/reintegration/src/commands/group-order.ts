/**
 * Orders of a hirer for several workers: recorded and changed by the company that has the places, and linked to agreements that go their own way.
 * Guarantees: once per command id, and on the version that the client saw; a link changes the order and never the agreement. Domain brief 8.4 row 21.
 */
import { badInput, notFound } from '#kernel/faults.js';
import { isUuid } from '#kernel/ids.js';
import { type GroupOrder, mayChangeOrder, mayLink, mayRecordOrder, type OrderTerms } from '../domain/group-order.js';
import { type OrderWish, wrongOrderForm } from '../domain/group-order-form.js';
import type { OrderOutcome, OrderTransaction } from '../domain/group-order-ports.js';
import { agreementScope } from '../domain/policy.js';
import type { Attribution } from '../domain/ports.js';
import { isRefused, refuse, type Refused } from '../domain/refusals.js';
import { orUnavailable, received, requirePurpose, type CommandRequest, type CommandServices } from './command.js';

export interface RecordGroupOrderInput {
  readonly commandId: string;
  readonly order: OrderWish;
}

export interface ChangeGroupOrderInput extends RecordGroupOrderInput {
  readonly id: string;
  readonly expectedVersion: number;
}

export interface LinkToGroupOrderInput {
  readonly commandId: string;
  readonly id: string;
  readonly expectedVersion: number;
  readonly agreement: string;
}

export type OrderAnswer = { readonly kind: 'GROUP_ORDER'; readonly id: string } | { readonly kind: 'REFUSAL'; readonly refused: Refused; readonly agreement: string | null };

export async function recordGroupOrder(services: CommandServices, request: CommandRequest, input: RecordGroupOrderInput): Promise<OrderAnswer> {
  return withTerms(services, request, 'record-group-order', input, async (tx, terms, by) => {
    const order: GroupOrder = { id: services.newId(), version: 1, company: request.viewer.body, terms, agreements: [] };
    await tx.insert(order, by);
    return { kind: 'GROUP_ORDER', id: order.id };
  });
}

export async function changeGroupOrder(services: CommandServices, request: CommandRequest, input: ChangeGroupOrderInput): Promise<OrderAnswer> {
  await visibleOrder(services, request, input.id);
  return withTerms(services, request, 'change-group-order', input, async (tx, terms, by) => {
    const { order } = await loaded(tx, input.id);
    const refused = mayChangeOrder(request.viewer, order, input.expectedVersion);
    if (refused) return stored(refused, null);
    await tx.change(order, terms, by);
    return { kind: 'GROUP_ORDER', id: order.id };
  });
}

/** NOT_FOUND for an order or an agreement that does not exist or that the viewer may not know of. */
export async function linkToGroupOrder(services: CommandServices, request: CommandRequest, input: LinkToGroupOrderInput): Promise<OrderAnswer> {
  requirePurpose(request);
  await visibleOrder(services, request, input.id);
  if (!(await services.store.find(input.agreement, agreementScope(request.viewer)))) throw notFound();
  const outcome = await services.groupOrders.once(received(request, 'link-to-group-order', input), async (tx) => {
    const { order, linked } = await loaded(tx, input.id);
    const agreement = await tx.loadAgreement(input.agreement);
    if (!agreement) throw notFound();
    const { expectedVersion } = input;
    const refused = mayLink(request.viewer, order, { agreement, linked, orderOf: await tx.orderOf(agreement.id), expectedVersion, on: request.businessDate });
    if (refused) return stored(refused, agreement.id);
    await tx.link(order, agreement, attribution(services, request));
    return { kind: 'GROUP_ORDER', id: order.id };
  });
  return answered(outcome);
}

type Save = (tx: OrderTransaction, terms: OrderTerms, by: Attribution) => Promise<OrderOutcome>;

/** The facts are asked before the transaction; a body that does not answer is no outcome that is kept. */
async function withTerms(services: CommandServices, request: CommandRequest, verb: string, input: RecordGroupOrderInput & { readonly id?: string }, save: Save): Promise<OrderAnswer> {
  requirePurpose(request);
  const message = received(request, verb, input);
  const known = await services.groupOrders.recall(message);
  if (known !== null) return answered(known);
  const wrong = wrongOrderForm(input.order, services.companyCodes, request.businessDate);
  if (wrong !== null) throw badInput(wrong);
  const terms = await termsOf(services, request, input.order);
  if (isRefused(terms) && terms.refused === 'BODY_UNAVAILABLE') return answered(stored(terms, null));
  return answered(await services.groupOrders.once(message, (tx) => (isRefused(terms) ? Promise.resolve(stored(terms, null)) : save(tx, terms, attribution(services, request)))));
}

async function termsOf(services: CommandServices, request: CommandRequest, wish: OrderWish): Promise<OrderTerms | Refused> {
  if (!request.viewer.roles.includes('PLACEMENT_OFFICER')) return refuse('NO_AUTHORITY');
  const hirer = await services.ownFacts.employerOf(wish.hirer);
  const places = await orUnavailable(services, () => Promise.all(wish.workplaces.map((id) => services.bodies.workplace(id, request))));
  if (isRefused(places)) return places;
  const known = places.filter((one) => one !== null);
  const named = hirer ?? known.map(({ employer }) => employer).find((one) => one?.id === wish.hirer);
  if (!named) throw badInput('De inlener staat niet in het register.');
  const terms = { ...wish, hirer: named };
  return mayRecordOrder(request.viewer, terms, known, request.businessDate) ?? terms;
}

async function visibleOrder(services: CommandServices, request: CommandRequest, id: string): Promise<void> {
  requirePurpose(request);
  if (!isUuid(id) || !(await services.groupOrders.isVisible(id, agreementScope(request.viewer)))) throw notFound();
}

async function loaded(tx: OrderTransaction, id: string): Promise<NonNullable<Awaited<ReturnType<OrderTransaction['load']>>>> {
  const found = await tx.load(id);
  if (!found) throw notFound();
  return found;
}

function attribution(services: CommandServices, { viewer, businessDate: on }: CommandRequest): Attribution {
  return { viewer, at: services.instant(on), on };
}

function stored({ refused, detail }: Refused, agreement: string | null): OrderOutcome {
  return { kind: 'REFUSAL', code: refused, detail, agreement };
}

function answered(outcome: OrderOutcome | 'REUSED'): OrderAnswer {
  if (outcome === 'REUSED') return { kind: 'REFUSAL', refused: refuse('COMMAND_REUSED'), agreement: null };
  return outcome.kind === 'REFUSAL' ? { kind: 'REFUSAL', refused: refuse(outcome.code, outcome.detail), agreement: outcome.agreement } : outcome;
}
