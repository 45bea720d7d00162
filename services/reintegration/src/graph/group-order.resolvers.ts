/** Orders one by one and in lists, and the commands on them. */
import { Arg, Args, Ctx, Directive, ID, Mutation, Query, Resolver } from 'type-graphql';
import { badInput, notFound } from '#kernel/faults.js';
import { isUuid } from '#kernel/ids.js';
import { pageSize, policy, requiresScope } from '#shell/field-policy-directives.js';
import { pageOf, pageRequest } from '#shell/pagination.js';
import { PageArgs } from '#shell/value-types.js';
import { changeGroupOrder, linkToGroupOrder, type OrderAnswer, recordGroupOrder } from '../commands/group-order.js';
import type { GroupOrder } from '../domain/group-order.js';
import type { OrderWish } from '../domain/group-order-form.js';
import { checkCommandId, commandRequest, scopeForAgreements, type AgreementContext } from './agreement-context.js';
import {
  ChangeGroupOrderInput, GroupOrderConnection, GroupOrderFilter, type GroupOrderInput, GroupOrderResult, GroupOrderType, LinkToGroupOrderInput, RecordGroupOrderInput,
} from './group-order.type.js';
import { refusalView, type RefusalType } from './refusal.type.js';

@Resolver()
export class GroupOrderResolvers {
  @Query(() => GroupOrderType, { nullable: true })
  @Directive(policy('agreements'))
  async groupOrder(@Arg('id', () => ID) id: string, @Ctx() context: AgreementContext): Promise<GroupOrder> {
    scopeForAgreements(context);
    const order = isUuid(id) ? await context.agreements.loaders.groupOrders.load(id) : null;
    if (!order) throw notFound();
    return order;
  }

  @Query(() => GroupOrderConnection, { description: 'Newest first.' })
  @Directive(policy('agreements'))
  @Directive(pageSize(25))
  async groupOrders(@Arg('filter', () => GroupOrderFilter, { nullable: true }) filter: GroupOrderFilter | null, @Args(() => PageArgs) page: PageArgs, @Ctx() context: AgreementContext) {
    const request = pageRequest(page, 1);
    const after = request.after?.[0] ?? null;
    if (after !== null && !/^\d{1,18}$/.test(after)) throw badInput('Deze after is geen cursor van deze lijst.');
    const question = { scope: scopeForAgreements(context), hirer: filter?.hirer ?? null };
    const { groupOrders } = context.agreements;
    const rows = await groupOrders.page(question, after, request.first + 1);
    return pageOf(rows, request, await groupOrders.count(question), (row) => [row.seq], (row) => row.order);
  }

  @Mutation(() => GroupOrderResult, { description: 'For the placement officer of the company that has the places.' })
  @Directive(requiresScope('agreements:write'))
  @Directive(policy('negotiation'))
  async recordGroupOrder(@Arg('input', () => RecordGroupOrderInput) input: RecordGroupOrderInput, @Ctx() context: AgreementContext) {
    const command = { commandId: checkCommandId(input.commandId), order: wishOf(input.order) };
    return orderAnswer(await recordGroupOrder(context.agreements.services, commandRequest(context), command), context);
  }

  @Mutation(() => GroupOrderResult, { description: 'Agreements that belong to the order stay as they are.' })
  @Directive(requiresScope('agreements:write'))
  @Directive(policy('negotiation'))
  async changeGroupOrder(@Arg('input', () => ChangeGroupOrderInput) input: ChangeGroupOrderInput, @Ctx() context: AgreementContext) {
    const { id, expectedVersion, order } = input;
    const command = { commandId: checkCommandId(input.commandId), id, expectedVersion, order: wishOf(order) };
    return orderAnswer(await changeGroupOrder(context.agreements.services, commandRequest(context), command), context);
  }

  @Mutation(() => GroupOrderResult, { description: 'A secondment of a group, at a place of the order; the agreement itself does not change.' })
  @Directive(requiresScope('agreements:write'))
  @Directive(policy('negotiation'))
  async linkToGroupOrder(@Arg('input', () => LinkToGroupOrderInput) input: LinkToGroupOrderInput, @Ctx() context: AgreementContext) {
    const { id, expectedVersion, agreement } = input;
    const command = { commandId: checkCommandId(input.commandId), id, expectedVersion, agreement };
    return orderAnswer(await linkToGroupOrder(context.agreements.services, commandRequest(context), command), context);
  }
}

/** What was left out is null, so that a repeat with the same content is the same command. */
function wishOf({ hirer, workplaces, workers, from, until, feePerHour, conditions }: GroupOrderInput): OrderWish {
  const { pay = null, facilities = null, vacanciesMadeKnown = null, feeFromWorker, directHire, strike, informationOn = null } = conditions;
  return { hirer, workplaces, workers, from, until: until ?? null, feePerHour, conditions: { pay, facilities, vacanciesMadeKnown, feeFromWorker, directHire, strike, informationOn } };
}

/** The order as it is now, whenever the command was done. */
async function orderAnswer(answer: OrderAnswer, { agreements }: AgreementContext): Promise<GroupOrder | RefusalType> {
  agreements.loaders.forget();
  if (answer.kind === 'REFUSAL') return refusalView({ ...answer, alternatives: [] });
  const order = await agreements.loaders.groupOrders.load(answer.id);
  if (!order) throw new Error('the order of a command is not visible to its giver');
  return order;
}
