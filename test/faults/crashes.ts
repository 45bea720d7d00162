/** Kills as planned, brings back what was killed, and keeps count. A step that does not come by in time becomes a crash at a random moment. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Card, CrashPlan } from './crash-plan.js';
import type { Passing } from './fault-proxy.js';
import type { Random } from './random.js';
import type { Rig } from './rig.js';

const STEP_PATIENCE_MS = 3_000;
const RANDOM_PAUSE_MS = 250;

export class Crashes {
  /** Crash kind to how often. */
  readonly byVictim = new Map<string, number>();
  readonly byStep = new Map<string, number>();
  count = 0;
  doubles = 0;
  private readonly dead = new Set<string>();

  constructor(
    private readonly rig: Rig,
    private readonly plan: CrashPlan,
    private readonly random: Random,
  ) {}

  /** One crash (or two at once), and everything up again. */
  async inject(): Promise<void> {
    const crash = this.plan.next();
    await sleep(this.random.below(RANDOM_PAUSE_MS));
    const killed = crash.hand.length > 0 ? await this.killAt(crash.hand) : null;
    const victim = killed ?? (await this.kill(crash.victim, 'random moment'));
    if (victim === null) return;
    const second = crash.second === null ? null : await this.kill(crash.second, 'with another');
    if (second !== null) this.doubles += 1;
    await Promise.all([victim, second].map((name) => (name === null ? undefined : this.bringBack(name))));
  }

  /** Who died, or null when the step did not come by. */
  private killAt(hand: readonly Card[]): Promise<string | null> {
    return new Promise((resolve, reject) => {
      let over = false;
      const end = (): void => {
        over = true;
        removeTrap();
        clearTimeout(patience);
      };
      const removeTrap = this.rig.setTrap((passing) => {
        // A passing that waited for another trap may still come here after the end; whoever died then, nobody would bring back.
        const card = over ? undefined : hand.find((one) => this.fits(one, passing));
        if (!card) return undefined;
        end();
        this.plan.played(card);
        const dying = this.kill(victimOf(card, passing), `${card.moment} ${card.step.name}, ${card.side}`);
        dying.then(resolve, reject);
        return dying.then(() => undefined);
      });
      const patience = setTimeout(() => {
        end();
        resolve(null);
      }, STEP_PATIENCE_MS);
    });
  }

  private fits(card: Card, passing: Passing): boolean {
    return passing.moment === card.moment && card.step.matches(passing) && !this.dead.has(victimOf(card, passing));
  }

  /** Null when it is dead already. */
  private async kill(name: string, where: string): Promise<string | null> {
    if (this.dead.has(name)) return null;
    this.dead.add(name);
    this.count += 1;
    add(this.byVictim, name);
    add(this.byStep, where);
    await this.rig.kill(name);
    return name;
  }

  private async bringBack(name: string): Promise<void> {
    await this.rig.revive(name);
    this.dead.delete(name);
  }
}

const victimOf = ({ side }: Card, { from, to }: Passing): string => (side === 'sender' ? from : to);

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
