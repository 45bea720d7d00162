/**
 * The second line against differencing. One population is safe by construction (kernel/disclosure); two populations that differ by
 * a few persons are not. So what a body was shown of a reference date stands for the rest of the month, until ten persons or more have
 * changed; and nobody asks more different questions on one day than his budget. Kept a year.
 */
import type { DataSource, EntityManager } from 'typeorm';
import { type Cell, THRESHOLD } from '#kernel/disclosure.js';
import { Fault } from '#kernel/faults.js';
import type { Viewer } from '#kernel/viewer.js';
import { changedAtLeast, totalsOf, type Population } from './population.js';

export interface LedgerQuestion {
  readonly viewer: Viewer;
  readonly businessDate: string;
  readonly topic: string;
  readonly referenceDate: string;
  /** The question in one form, whatever the order of its parts. */
  readonly question: string;
  /** As the bodies count it now. */
  readonly population: Population;
}

export class QuestionLedger {
  constructor(
    private readonly dataSource: DataSource,
    /** Different questions of one person on one day. */
    private readonly budget: number,
  ) {}

  /**
   * The population to answer from: the present one, or one that this body was shown this month. Committed before the figures leave;
   * LIMIT_EXCEEDED, and nothing recorded, above the budget.
   */
  async record(asked: LedgerQuestion): Promise<Population> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`figures ${asked.viewer.body} ${asked.topic}`]);
      const population = await standing(manager, asked);
      const answered = { ...asked, population };
      if (await isKnown(manager, answered)) return population;
      await this.refuseAboveBudget(manager, asked);
      await keep(manager, answered);
      return population;
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

/** The present population, unless it differs by a few persons from one that the body was shown: then the last of those that it was shown. */
async function standing(manager: EntityManager, { viewer, topic, referenceDate, businessDate, population }: LedgerQuestion): Promise<Population> {
  const shown = await manager.query<{ name: string; cells: Cell[] }[]>(
    `select population as name, cells from figures_population
     where body = $1 and topic = $2 and reference_date = $3 and date_trunc('month', shown_on) = date_trunc('month', $4::date) order by shown_at desc`,
    [viewer.body, topic, referenceDate, businessDate],
  );
  if (shown.some(({ name }) => name === population.name)) return population;
  const now = totalsOf(population.cells);
  return shown.find(({ cells }) => changedAtLeast(totalsOf(cells), now) < THRESHOLD) ?? population;
}

/** Asking again what was answered today costs nothing and tells nothing new. */
async function isKnown(manager: EntityManager, { viewer, topic, referenceDate, question, population, businessDate }: LedgerQuestion): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    `select 1 from figures_question where subject = $1 and topic = $2 and reference_date = $3 and question = $4 and population = $5 and asked_on = $6 and asked_at >= date_trunc('day', now()) limit 1`,
    [viewer.subject, topic, referenceDate, question, population.name, businessDate],
  );
  return rows.length > 0;
}

async function keep(manager: EntityManager, { viewer, topic, referenceDate, question, population, businessDate }: LedgerQuestion): Promise<void> {
  await manager.query(
    `insert into figures_question (asked_on, body, subject, topic, reference_date, question, population) values ($1, $2, $3, $4, $5, $6, $7)`,
    [businessDate, viewer.body, viewer.subject, topic, referenceDate, question, population.name],
  );
  await manager.query(
    `insert into figures_population (body, topic, reference_date, population, shown_on, cells) values ($1, $2, $3, $4, $5, $6)
     on conflict (body, topic, reference_date, population) do update set shown_on = greatest(figures_population.shown_on, excluded.shown_on)`,
    [viewer.body, topic, referenceDate, population.name, businessDate, JSON.stringify(population.cells)],
  );
  for (const [table, at] of [['figures_question', 'asked_at'], ['figures_population', 'shown_at']]) await manager.query(`delete from ${table} where ${at} < now() - interval '1 year'`);
}
