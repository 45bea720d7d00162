/** What the register holds after its imports, in counts; part of the reconciliation report. Never a name or a number of a person. */
import type { DataSource } from 'typeorm';

interface Totals {
  readonly clients: string;
  readonly persons: string;
  readonly homeless: string;
  readonly open: string;
}

export async function registerReport(dataSource: DataSource): Promise<string> {
  const [totals] = await dataSource.query<Totals[]>(`
    select (select count(*) from client) as clients, (select count(*) from person) as persons,
      (select count(*) from person where not exists (select 1 from residence where residence.person_id = person.id)) as homeless,
      (select count(*) from application where decided_on is null) as open`);
  return [
    `client numbers: ${totals?.clients}, persons: ${totals?.persons}`,
    `persons without any residence, visible to nobody: ${totals?.homeless}`,
    `applications without a decision: ${totals?.open}`,
  ].join('\n');
}
