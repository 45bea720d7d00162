/** The reconciliation report: per source what was delivered, accepted, refused and double, and why records were refused. */
import type { DataSource } from 'typeorm';

interface RunRow {
  readonly kind: string;
  readonly files: string;
  readonly delivered: string;
  readonly accepted: string;
  readonly refused: string;
  readonly duplicates: string;
}

interface ReasonRow {
  readonly kind: string;
  readonly field: string;
  readonly value_class: string;
  readonly count: string;
}

export async function importReport(dataSource: DataSource): Promise<string> {
  const runs = await dataSource.query<RunRow[]>(
    `select kind, count(*) as files, sum(delivered) as delivered, sum(accepted) as accepted, sum(refused) as refused, sum(duplicates) as duplicates
     from import_run group by kind order by min(id)`,
  );
  const reasons = await dataSource.query<ReasonRow[]>(
    `select kind, field, value_class, count(*) as count from import_quarantine join import_run on import_run.id = run
     group by kind, field, value_class order by kind, count(*) desc, field`,
  );
  const header = line('source', 'files', 'delivered', 'accepted', 'refused', 'duplicates');
  const rows = runs.map((run) => line(run.kind, run.files, run.delivered, run.accepted, run.refused, run.duplicates));
  return [header, ...rows, ...reasons.map((one) => `  refused in ${one.kind}: ${one.field}, ${one.value_class}: ${one.count}`)].join('\n');
}

function line(source: string, ...counts: string[]): string {
  return source.padEnd(28) + counts.map((count) => count.padStart(11)).join('');
}
