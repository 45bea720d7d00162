/**
 * The one row that says which process coordinates, and in which epoch.
 * Guarantees: by the clock of the database one process takes a free or expired lease, and each taking raises the epoch; who lost it can write nothing
 * more as a coordinator. A transaction of the coordinator keeps the row locked until it is committed; only a taking waits for that, a renewal does not.
 */
import type { DataSource, EntityManager } from 'typeorm';
import { NotCoordinating } from '../domain/ports.js';

/** Three renewals may fail before another process takes over. */
const LIFE_MS = 3_000;
/** A process that is frozen inside a transaction loses it, so that another can take over. */
const FROZEN_MS = 2_000;

export class CoordinatorLeaseStore {
  constructor(
    private readonly dataSource: DataSource,
    /** This process; another one after every start. */
    private readonly holder: string,
    private readonly lifeMs: number = LIFE_MS,
  ) {}

  /** The epoch that this process coordinates in from now on; null while another one does. */
  async take(): Promise<number | null> {
    const [rows] = await this.dataSource.query<[{ epoch: number }[], number]>(
      `with free as (
         select id from coordinator_lease where holder is null or holder = $1 or until < clock_timestamp() for update)
       update coordinator_lease l set holder = $1, epoch = l.epoch + 1, until = clock_timestamp() + $2 * interval '1 millisecond'
       from free where l.id = free.id returning l.epoch`,
      [this.holder, this.lifeMs],
    );
    return rows[0]?.epoch ?? null;
  }

  /** False when another process took it meanwhile. */
  async renew(epoch: number): Promise<boolean> {
    const [, count] = await this.dataSource.query<[unknown[], number]>(
      `update coordinator_lease set until = clock_timestamp() + $3 * interval '1 millisecond' where holder = $1 and epoch = $2`,
      [this.holder, epoch, this.lifeMs],
    );
    return count === 1;
  }

  async free(epoch: number): Promise<void> {
    await this.dataSource.query('update coordinator_lease set holder = null, until = now() where holder = $1 and epoch = $2', [this.holder, epoch]);
  }

  /** The epoch that counts now, whoever has it. */
  async current(): Promise<number> {
    const [row] = await this.dataSource.query<{ epoch: number }[]>('select epoch from coordinator_lease');
    return row?.epoch ?? 0;
  }

  /** First statement of every transaction of the coordinator; NotCoordinating when the lease is another's. */
  async demand(manager: EntityManager, epoch: number): Promise<void> {
    const held = await manager.query<unknown[]>(
      `select set_config('idle_in_transaction_session_timeout', $3, true) from coordinator_lease where holder = $1 and epoch = $2 for key share`,
      [this.holder, epoch, String(FROZEN_MS)],
    );
    if (held.length === 0) throw new NotCoordinating();
  }
}
