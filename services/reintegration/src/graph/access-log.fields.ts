/**
 * Who looked at a person, at all bodies together, newest first (AVG art. 15; domain brief 2.10: the worker sees everything about himself and who looked).
 * A body that does not answer within a second costs its own entries and is named. A privacy officer sees the entries of his own body.
 */
import { Args, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { Fault, HiddenField } from '#kernel/faults.js';
import { isRole } from '#kernel/viewer.js';
import { cost, pageSize, policy } from '#shell/field-policy-directives.js';
import { pageOf, pageRequest } from '#shell/pagination.js';
import { ACCESS_KEY_PARTS, type Access, accessesOf, type AccessPage, isOwnLog, isSupervision } from '#shell/processing-log/accesses.js';
import { PageArgs } from '#shell/value-types.js';
import { AccessConnection, type AccessEntry, AccessResult } from './access-log.type.js';
import type { DirectoryContext } from './directory.context.js';
import { Person } from './person.type.js';
import { sourceStatus } from './source-status.js';

interface HeldAccess extends Access {
  /** Service and body that keep the entry. */
  readonly service: string;
  readonly heldBy: string;
}

interface Gathered {
  readonly body: string;
  readonly answered: boolean;
  readonly rows: readonly HeldAccess[];
  readonly total: number;
}

@Resolver(() => Person)
export class PersonAccessLog {
  @FieldResolver(() => AccessConnection, { nullable: true, description: 'Who looked, newest first: for the person himself, and for the privacy officer of a body its own entries.' })
  @Directive(policy('access-log'))
  @Directive(pageSize(25))
  @Directive(cost(10))
  async accessLog(@Root() person: Person, @Args(() => PageArgs) page: PageArgs, @Ctx() context: DirectoryContext): Promise<AccessConnection> {
    const supervises = isSupervision(context);
    if (!supervises && !isOwnLog(context, person.id)) throw new HiddenField();
    const request = pageRequest(page, ACCESS_KEY_PARTS);
    const { parties } = context.directory.registers;
    const asked = parties.filter(({ body }) => !supervises || body === context.viewer.body);
    const gathered = await Promise.all(asked.map((party) => gather(party, context, person.id, { first: request.first, after: page.after ?? null })));
    const rows = gathered.flatMap((one) => one.rows).sort(newestFirst);
    const total = gathered.reduce((sum, one) => sum + one.total, 0);
    const { nodes, pageInfo, totalCount } = pageOf(rows, request, total, ({ at, service, id }) => [at, service, id], (row) => entryOf(row, context, supervises));
    return { nodes, pageInfo, totalCount, sources: sourcesOf(gathered).map((source) => sourceStatus(source, context.directory)) };
  }
}

async function gather({ service, body }: { readonly service: string; readonly body: string }, context: DirectoryContext, person: string, page: AccessPage): Promise<Gathered> {
  const { directory } = context;
  try {
    const { rows, total } = await (service === directory.registers.ownService ? accessesOf(context, person, page) : directory.accessesAt(service, person, page));
    return { body, answered: true, rows: rows.map((row) => ({ ...row, service, heldBy: body })), total };
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'UNAVAILABLE') throw error;
    return { body, answered: false, rows: [], total: 0 };
  }
}

/** In code units, as the cursor compares them. */
function newestFirst(a: HeldAccess, b: HeldAccess): number {
  return descending(BigInt(a.at), BigInt(b.at)) || descending(a.service, b.service) || descending(BigInt(a.id), BigInt(b.id));
}

function descending<T extends bigint | string>(a: T, b: T): number {
  return a === b ? 0 : a < b ? 1 : -1;
}

/** A body may run several services: it has answered when all of them have. */
function sourcesOf(gathered: readonly Gathered[]): { body: string; answered: boolean; asOf: null }[] {
  return [...new Set(gathered.map(({ body }) => body))].map((body) => ({ body, answered: gathered.every((one) => one.body !== body || one.answered), asOf: null }));
}

function entryOf({ at, heldBy, body, roles, activity, action, result, actor }: HeldAccess, { directory: { registers } }: DirectoryContext, supervises: boolean): AccessEntry {
  const purpose = registers.allPurposes.find(({ code }) => code === activity);
  return {
    at: new Date(Number(BigInt(at) / 1_000n)).toISOString(),
    source: registers.body(heldBy),
    body: registers.body(body),
    roles: roles.filter(isRole),
    purpose: purpose?.code ?? null,
    purposeText: purpose?.text ?? null,
    action,
    result: result === 'SHOWN' ? AccessResult.SHOWN : AccessResult.REFUSED,
    actor: supervises ? actor : null,
  };
}
