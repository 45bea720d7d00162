/** The company's part of the reconciliation report: records over persons, the day each kind of file stands at, and open discrepancies. */
import type { EntityManager } from 'typeorm';
import { latestFiles } from './deliveries.store.js';

/** Discrepancies of one sort that the report writes out; the rest is counted. */
const SHOWN = 20;

interface OpenDiscrepancy {
  readonly kind: string;
  readonly subject: string;
  readonly detail: string;
  readonly seen_on: string;
  readonly file: string;
}

interface OpenSort {
  readonly kind: string;
  readonly detail: string;
  readonly count: string;
}

export async function reportLines(em: EntityManager): Promise<string> {
  const { statistics, roster, workplaces } = await latestFiles(em);
  const periods = await em.query<{ periode: number; records: string; persons: string }[]>(
    'SELECT periode, count(*) AS records, count(DISTINCT persoon) AS persons FROM statistiek GROUP BY periode ORDER BY periode',
  );
  return [
    `statistics as of ${statistics ?? 'never'}, roster as of ${roster ?? 'never'}, workplaces as of ${workplaces ?? 'never'}`,
    ...periods.map((one) => `half-year ${one.periode}: ${one.records} records about ${one.persons} persons`),
    ...(await discrepancyLines(em)),
  ].join('\n');
}

async function discrepancyLines(em: EntityManager): Promise<string[]> {
  const sorts = await em.query<OpenSort[]>('SELECT kind, detail, count(*) AS count FROM discrepancy WHERE resolved_on IS NULL GROUP BY kind, detail ORDER BY kind, detail');
  const shown = await em.query<OpenDiscrepancy[]>(
    `SELECT kind, subject, detail, seen_on::text AS seen_on, file FROM
       (SELECT *, row_number() OVER (PARTITION BY kind, detail ORDER BY subject) AS place FROM discrepancy WHERE resolved_on IS NULL) d
     WHERE place <= $1 ORDER BY kind, detail, subject`,
    [SHOWN],
  );
  const total = sorts.reduce((sum, one) => sum + Number(one.count), 0);
  return [
    `open discrepancies: ${total}`,
    ...sorts.map((one) => `  ${one.kind} ${one.detail}: ${one.count}`),
    ...shown.map((one) => `    ${one.kind} ${one.subject}: ${one.detail}, since ${one.seen_on} (${one.file})`),
  ];
}
