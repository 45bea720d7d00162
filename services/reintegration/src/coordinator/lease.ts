/**
 * Whether this process coordinates. Its own knowledge may be late (it was frozen, its database was away): every transaction of the coordinator asks the
 * row itself, and every company compares the epoch. Decision record 0012.
 */
import type { CoordinatorLeaseStore } from '../store/coordinator-lease.store.js';

export class Lease {
  private epoch: number | null = null;

  /** @param standsDown tells the operator that another process coordinates now */
  constructor(
    private readonly row: Pick<CoordinatorLeaseStore, 'take' | 'renew' | 'free'>,
    private readonly standsDown: (epoch: number) => void,
  ) {}

  /** The epoch in which this process coordinates, as far as it knows; null when another one does. */
  held(): Promise<number | null> {
    return Promise.resolve(this.epoch);
  }

  /** Once a second: renews what is held, takes what is free. */
  async keep(): Promise<void> {
    const mine = this.epoch;
    if (mine === null) this.epoch = await this.row.take();
    else if (!(await this.row.renew(mine))) this.lost(mine);
  }

  /** Somebody found that a newer epoch counts. Told once per loss. */
  lost(epoch: number): void {
    if (this.epoch !== epoch) return;
    this.epoch = null;
    this.standsDown(epoch);
  }

  /** At a graceful stop, so that another process need not wait until the lease expires. */
  async free(): Promise<void> {
    const mine = this.epoch;
    this.epoch = null;
    if (mine !== null) await this.row.free(mine);
  }
}
