/**
 * The second line against differencing. One population is safe by construction (kernel/disclosure); two populations that differ by
 * a few persons are not. So a body that was shown a reference date is not shown it again after a small change of the data behind
 * it, until the next month; and nobody asks more different questions on one day than his budget. Kept a year.
 */
import type { DataSource, EntityManager } from 'typeorm';
import { THRESHOLD } from '#kernel/disclosure.js';
import { Fault } from '#kernel/faults.js';
import type { Viewer } from '#kernel/viewer.js';
import { changedAtLeast, type Totals } from './population.js';

export interface LedgerQuestion {
  readonly viewer: Viewer;
  readonly businessDate: string;
  readonly topic: string;
  readonly referenceDate: string;
  /** The question in one form, whatever the order of its parts. */
  readonly question: string;
  /** Fingerprint of the population behind the answer. */
  readonly population: string;
  readonly totals: Totals;
}

export class QuestionLedger {
  constructor(
    private readonly dataSource: DataSource,
    /** Different questions of one person on one day. */
    private readonly budget: number,
  ) {}

  /** Committed before the figures leave; LIMIT_EXCEEDED, and nothing recorded, for a question that may not be answered. */
  async record(asked: LedgerQuestion): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`figures ${asked.viewer.body} ${asked.topic}`]);
      if (await isKnown(manager, asked)) return;
      await refuseSmallChange(manager, asked);
      await this.refuseAboveBudget(manager, asked);
      await manager.query(
        `insert into figures_question (asked_on, body, subject, topic, reference_date, question, population, totals) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [asked.businessDate, asked.viewer.body, asked.viewer.subject, asked.topic, asked.referenceDate, asked.question, asked.population, JSON.stringify(asked.totals)],
      );
      await manager.query(`delete from figures_question where asked_at < now() - interval '1 year'`);
    });
  }

  private async refuseAboveBudget(manager: EntityManager, { viewer }: LedgerQuestion): Promise<void> {
    const [row] = await manager.query<{ asked: number }[]>(
      `select count(distinct (topic, question, reference_date, population))::int as asked from figures_question where subject = $1 and asked_at >= date_trunc('day', now())`,
      [viewer.subject],
    );
    if ((row?.asked ?? 0) < this.budget) return;
    throw new Fault('LIMIT_EXCEEDED', `U hebt vandaag ${this.budget} verschillende vragen om cijfers gesteld; dat is het meeste dat op een dag kan. Een vraag die u al stelde, kunt u blijven stellen.`);
  }
}

/** Asking again what was answered today costs nothing and tells nothing new. */
async function isKnown(manager: EntityManager, asked: LedgerQuestion): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    `select 1 from figures_question where subject = $1 and topic = $2 and reference_date = $3 and question = $4 and population = $5 and asked_on = $6 and asked_at >= date_trunc('day', now()) limit 1`,
    [asked.viewer.subject, asked.topic, asked.referenceDate, asked.question, asked.population, asked.businessDate],
  );
  return rows.length > 0;
}

async function refuseSmallChange(manager: EntityManager, asked: LedgerQuestion): Promise<void> {
  const shown = await manager.query<{ totals: Totals }[]>(
    `select distinct on (population) totals from figures_question
     where body = $1 and topic = $2 and reference_date = $3 and population <> $4 and date_trunc('month', asked_on) = date_trunc('month', $5::date)`,
    [asked.viewer.body, asked.topic, asked.referenceDate, asked.population, asked.businessDate],
  );
  if (shown.every(({ totals }) => changedAtLeast(totals, asked.totals) >= THRESHOLD)) return;
  throw new Fault(
    'LIMIT_EXCEEDED',
    `De gegevens van deze peildatum zijn na een eerdere vraag van uw organisatie veranderd voor minder dan ${THRESHOLD} personen. Het verschil zou hen kunnen aanwijzen; de nieuwe cijfers staan er vanaf de volgende maand.`,
  );
}
