/**
 * Agreements on which the coordinator tried a step in vain: since when, how often, with which code and when it tries again. Ids and codes only.
 * A row counts while its step is the agreement's present one; what an agreement left behind says nothing any more. By the clock of the database.
 */
import type { DataSource, EntityManager } from 'typeorm';
import type { StuckAgreement } from '../domain/ports.js';
import type { CoordinatorLeaseStore } from './coordinator-lease.store.js';

const FIRST_WAIT_S = 0.25;
const LONGEST_WAIT_S = 15;
const ALARM_AFTER_S = 300;
/** No time mends these: an operator is told at once. */
const HOPELESS = `('PLACE_LOST')`;

/** What the coordinator is about to do for an agreement `a`: a signed decision is another step than the way to it. */
const STEP = `case when a.state = 'COMMITTING' and a.decided then 'DECIDED' else a.state end`;
/** The attempts `t` at the present step of agreement `a`. */
const LIVE = `coordinator_attempt t join agreement a on a.id = t.agreement and t.step = ${STEP}`;

/** Condition on agreement `a`: nothing was tried in vain just now. */
export const MAY_BE_TRIED = `not exists (select 1 from coordinator_attempt t where t.agreement = a.id and t.step = ${STEP} and t.next_at > now())`;

interface AttemptRow {
  readonly agreement: string;
  readonly step: string;
  readonly attempts: number;
  readonly last_code: string;
  readonly seconds: number;
}

export class CoordinatorAttempts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly lease: CoordinatorLeaseStore,
  ) {}

  /** Remembers a vain attempt: the wait doubles with each at the same step. Only by who holds the lease. */
  failed(agreement: string, code: string, epoch: number): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      await this.lease.demand(manager, epoch);
      await remember(manager, agreement, code);
    });
  }

  /** Agreements that an operator must look at and was not told about for five minutes; he is told now. */
  async alarms(epoch: number): Promise<readonly StuckAgreement[]> {
    return this.dataSource.transaction(async (manager) => {
      await this.lease.demand(manager, epoch);
      await manager.query(`delete from coordinator_attempt t using agreement a where a.id = t.agreement and t.step <> ${STEP}`);
      const [rows] = await manager.query<[AttemptRow[], number]>(
        `update coordinator_attempt set alarmed_at = now()
         where (began_at < now() - $1 * interval '1 second' or last_code in ${HOPELESS})
           and (alarmed_at is null or alarmed_at < now() - $1 * interval '1 second')
         returning agreement, step, attempts, last_code, extract(epoch from now() - began_at)::int as seconds`,
        [ALARM_AFTER_S],
      );
      return rows.map(toStuck);
    });
  }

  /** All that do not come on now, the longest first. */
  async all(): Promise<readonly StuckAgreement[]> {
    const rows = await this.dataSource.query<AttemptRow[]>(
      `select t.agreement, t.step, t.attempts, t.last_code, extract(epoch from now() - t.began_at)::int as seconds from ${LIVE} order by t.began_at`,
    );
    return rows.map(toStuck);
  }
}

async function remember(manager: EntityManager, agreement: string, code: string): Promise<void> {
  await manager.query(
    `insert into coordinator_attempt as t (agreement, step, attempts, last_code, next_at)
     select a.id, ${STEP}, 1, $2, now() + $3 * interval '1 second' from agreement a where a.id = $1
     on conflict (agreement) do update set
       step = excluded.step, last_code = excluded.last_code,
       began_at = case when t.step = excluded.step then t.began_at else now() end,
       alarmed_at = case when t.step = excluded.step then t.alarmed_at end,
       attempts = case when t.step = excluded.step then t.attempts + 1 else 1 end,
       next_at = case when t.step = excluded.step then now() + least($4, $3 * power(2, least(t.attempts, 10))) * interval '1 second' else excluded.next_at end`,
    [agreement, code, FIRST_WAIT_S, LONGEST_WAIT_S],
  );
}

function toStuck({ agreement, step, attempts, last_code: code, seconds }: AttemptRow): StuckAgreement {
  return { agreement, step, attempts, code, seconds };
}
