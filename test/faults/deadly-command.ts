/** Kills the receiver of every third command of one kind before it arrives, and brings it back. */
import type { Passing } from './fault-proxy.js';
import type { Rig } from './rig.js';

export class DeadlyCommand {
  private seen = 0;
  private dead: Promise<void> | null = null;
  private remove: () => void = () => undefined;

  constructor(
    private readonly rig: Rig,
    /** `/commands/<verb>`; undefined: none is deadly. */
    private readonly path: string | undefined,
  ) {}

  start(): void {
    if (this.path !== undefined) this.remove = this.rig.setTrap((passing) => this.passes(passing));
  }

  /** Everybody lives when it resolves. */
  async stop(): Promise<void> {
    this.remove();
    await this.dead;
  }

  private passes({ path, moment, to }: Passing): Promise<void> | undefined {
    if (path !== this.path || moment !== 'before' || this.dead !== null) return undefined;
    this.seen += 1;
    if (this.seen % 3 !== 1) return undefined;
    const dying = this.rig.kill(to);
    this.dead = dying.then(() => this.rig.revive(to)).then(() => void (this.dead = null));
    return dying;
  }
}
