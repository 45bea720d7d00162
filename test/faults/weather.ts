/** Bad links while it runs: now and then one of them is slow, hangs, refuses, resets or cuts answers short, for half a second at most. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { LinkMode } from './fault-proxy.js';
import type { Random } from './random.js';
import type { Rig } from './rig.js';

const MODES: readonly LinkMode[] = ['latency', 'hang', 'down', 'reset', 'cut'];

export class Weather {
  readonly spells = new Map<LinkMode, number>();
  private blowing = false;
  private spell: Promise<void> = Promise.resolve();

  constructor(
    private readonly rig: Rig,
    private readonly random: Random,
  ) {}

  start(): void {
    this.blowing = true;
    this.spell = this.blow();
  }

  /** All links are well again when it resolves. */
  async stop(): Promise<void> {
    this.blowing = false;
    await this.spell;
  }

  private async blow(): Promise<void> {
    while (this.blowing) {
      await sleep(1_000 + this.random.below(2_000));
      const mode = this.random.pick(MODES);
      const link = this.random.pick(this.rig.links.filter(({ link: { from, to } }) => [from, to].includes('reintegration')));
      this.spells.set(mode, (this.spells.get(mode) ?? 0) + 1);
      await link.set(mode);
      await sleep(100 + this.random.below(400));
      await link.set('ok');
    }
  }
}
