/** Reads debt trajectories for the delivery to the CBS, within the municipalities that the viewer may deliver for: four statements a page. */
import type { EntityManager } from 'typeorm';
import type { DebtFacts, DebtHelpFacts, DebtHelpPeriod } from '#law/ddas/facts.js';
import { groupBy } from '../domain/group-by.js';
import type { DebtDeliveryQuestion, DebtDeliveryReader, IdentifiedDebtHelp, Reading } from '../domain/ports.js';
import type { Session } from './session.js';

type Row = Omit<DebtHelpFacts, 'clients' | 'periods' | 'debts'> & { readonly person: string; readonly partner: string | null };
type OfTrajectory<T> = T & { readonly trajectory: string };
type Client = IdentifiedDebtHelp['clients'][number];

const TRAJECTORIES = `
  select d.trajectory_number as number, d.municipality, d.person_id as person, e.partner_person_id as partner, d.applied_on::text as "appliedOn", d.threatened,
    d.until_on::text as until, e.decided_on::text as "decidedOn", e.decision, e.plan_on::text as "planOn", e.settlement_filed_on::text as "settlementFiledOn",
    e.settlement_granted_on::text as "settlementGrantedOn", e.settlement_refused_on::text as "settlementRefusedOn", e.settlement_withdrawn_on::text as "settlementWithdrawnOn",
    e.forced_settlement as "forcedSettlement", e.forced_settlement_asked_on::text as "forcedSettlementAskedOn", e.solution, e.free_amount::text as "freeAmount",
    e.outflow_on::text as "outflowOn", e.outflow_reason as "outflowReason", e.total_debt::text as "totalDebt"
  from debt_trajectory d left join debt_detail e using (trajectory_number)
  where d.municipality = $1 and d.municipality = any($2) and d.applied_on <= $4 and coalesce(d.until_on, e.outflow_on, $4) >= $3 and d.trajectory_number > $5
  order by d.trajectory_number limit $6`;
const PERIODS = `
  select trajectory_number as trajectory, kind, from_on::text as "from", until_on::text as until, asked_on::text as "askedOn", approved_on::text as "approvedOn"
  from debt_period where trajectory_number = any($1) order by trajectory_number, from_on, kind`;
const DEBTS = `
  select trajectory_number as trajectory, amount::text, assessed_on::text as "assessedOn", kind, business, private_creditor as "privateCreditor",
    creditor_name as "creditorName", creditor_kvk as "creditorChamberNumber"
  from debt where trajectory_number = any($1) order by trajectory_number, debt_number`;
const CLIENTS = `select id as person, bsn, birth_date::text as "birthDate" from person where id = any($1)`;

export class DebtDeliveryStore implements DebtDeliveryReader {
  constructor(
    private readonly session: Session,
    private readonly reading: Reading,
  ) {}

  async debtHelp({ municipality, from, until }: DebtDeliveryQuestion, { first, after }: { readonly first: number; readonly after: string | null }): Promise<readonly IdentifiedDebtHelp[]> {
    const scope = this.reading.debtDeliveries;
    if (!scope.includes(municipality)) return [];
    const rows = await this.read<Row>(TRAJECTORIES, [municipality, scope, from, until, after ?? '', first]);
    const numbers = rows.map(({ number }) => number);
    const periods = groupBy(await this.read<OfTrajectory<DebtHelpPeriod>>(PERIODS, [numbers]), ({ trajectory }) => trajectory);
    const debts = groupBy(await this.read<OfTrajectory<DebtFacts>>(DEBTS, [numbers]), ({ trajectory }) => trajectory);
    const clients = await this.clients(rows.flatMap(({ person, partner }) => (partner === null ? [person] : [person, partner])));
    return rows.map(({ person, partner, ...row }) => ({
      ...row,
      clients: [person, partner].flatMap((one) => clients.get(one ?? '') ?? []),
      periods: (periods.get(row.number) ?? []).map(withoutTrajectory),
      debts: (debts.get(row.number) ?? []).map(withoutTrajectory),
    }));
  }

  private async clients(persons: readonly string[]): Promise<ReadonlyMap<string, Client>> {
    const rows = await this.read<Client>(CLIENTS, [[...new Set(persons)]]);
    this.session.processed(rows.map(({ person }) => person));
    return new Map(rows.map((row) => [row.person, row]));
  }

  private read<T>(sql: string, parameters: unknown[]): Promise<T[]> {
    return this.session.read((manager: EntityManager) => manager.query<T[]>(sql, parameters));
  }
}

function withoutTrajectory<T extends object>({ trajectory: _trajectory, ...facts }: OfTrajectory<T>): Omit<OfTrajectory<T>, 'trajectory'> {
  return facts;
}
