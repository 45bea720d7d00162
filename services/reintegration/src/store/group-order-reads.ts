/** Orders for the graph, inside the request's own transaction and the viewer's scope: one SELECT per list. */
import type { EntityManager } from 'typeorm';
import { isUuid } from '#kernel/ids.js';
import type { GroupOrder, OrderTerms } from '../domain/group-order.js';
import type { GroupOrderReads, OrderListQuestion, OrderRecord } from '../domain/group-order-ports.js';
import type { AgreementScope } from '../domain/policy.js';
import type { Reader } from './reader.js';

interface OrderRow {
  readonly id: string;
  readonly version: number;
  readonly company: string;
  readonly terms: OrderTerms;
  readonly agreements: string[];
  readonly seq: string;
}

/** $1: the viewer's acting body; null shows nothing. An order is of the company that has it, and of whoever is party to an agreement in it. */
const LINKED = `exists (select 1 from agreement_party p where p.agreement = l.agreement and p.acting_body = $1)`;
const VISIBLE = `(o.company = $1 or exists (select 1 from group_order_agreement l where l.group_order = o.id and ${LINKED}))`;
const ORDERS = `
  select o.id, o.version, o.company, o.seq,
    (select t.terms from group_order_terms t where t.group_order = o.id order by t.version desc limit 1) as terms,
    array(select l.agreement::text from group_order_agreement l where l.group_order = o.id and ${LINKED} order by l.version) as agreements
  from group_order o where ${VISIBLE}`;

export class GroupOrderReadStore implements GroupOrderReads {
  constructor(private readonly reader: Reader) {}

  async byIds(ids: readonly string[], scope: AgreementScope): Promise<ReadonlyMap<string, GroupOrder>> {
    const rows = await this.rows(`${ORDERS} and o.id = any($2)`, [scope.actingBody, ids.filter(isUuid)]);
    return new Map(rows.map((row) => [row.id, toOrder(row)]));
  }

  /** Of agreements that the viewer was already shown. */
  async ofAgreements(agreements: readonly string[], scope: AgreementScope): Promise<ReadonlyMap<string, GroupOrder>> {
    const rows = await this.rows(`${ORDERS} and exists (select 1 from group_order_agreement l where l.group_order = o.id and l.agreement = any($2))`, [scope.actingBody, agreements]);
    return new Map(rows.flatMap((row) => row.agreements.map((agreement) => [agreement, toOrder(row)] as const)));
  }

  async page({ scope, hirer }: OrderListQuestion, after: string | null, limit: number): Promise<readonly OrderRecord[]> {
    const narrowed = `${ORDERS} and ($2::text is null or o.hirer = $2) and ($3::bigint is null or o.seq < $3) order by o.seq desc limit $4`;
    const rows = await this.rows(narrowed, [scope.actingBody, hirer, after, limit]);
    return rows.map((row) => ({ seq: row.seq, order: toOrder(row) }));
  }

  count({ scope, hirer }: OrderListQuestion): Promise<number> {
    return this.reader.read(async (manager: EntityManager) => {
      const sql = `select count(*)::int as count from group_order o where ${VISIBLE} and ($2::text is null or o.hirer = $2)`;
      const [row] = await manager.query<{ count: number }[]>(sql, [scope.actingBody, hirer]);
      return row?.count ?? 0;
    });
  }

  private rows(sql: string, parameters: unknown[]): Promise<OrderRow[]> {
    return this.reader.read((manager) => manager.query<OrderRow[]>(sql, parameters));
  }
}

function toOrder({ id, version, company, terms, agreements }: OrderRow): GroupOrder {
  return { id, version, company, terms, agreements };
}
