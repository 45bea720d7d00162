/**
 * The crash run: negotiators work without pause while processes are killed and links fail; every so many crashes all is left to
 * come to rest and the checker judges everything since the beginning.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { plusDays } from './calendar.js';
import { CrashPlan } from './crash-plan.js';
import { Crashes } from './crashes.js';
import type { Desk } from './desk.js';
import type { Negotiators } from './negotiators.js';
import { judge, type Judged } from './quiet.js';
import { Random } from './random.js';
import type { Recorder } from './recorder.js';
import type { Rig } from './rig.js';
import { openTeam } from './team.js';
import { Weather } from './weather.js';

export interface CrashRunOptions {
  readonly crashes: number;
  readonly seed: number;
  /** Crashes between two judgements. */
  readonly perRound: number;
  /** Crashes that go on beside each other. */
  readonly lanes?: number;
  readonly walkers?: number;
  readonly underWay?: number;
  /** So many answered commands later it is the next day: on a slow machine time goes slower. */
  readonly commandsPerDay: number;
  readonly say: (line: string) => void;
}

export interface CrashRunResult {
  readonly crashes: Crashes;
  readonly weather: Weather;
  readonly desk: Desk;
  readonly seconds: number;
  readonly settledAfterMs: readonly number[];
  readonly last: Judged;
  readonly today: string;
}

export async function crashRun(rig: Rig, recorder: Recorder, options: CrashRunOptions): Promise<CrashRunResult> {
  const run = new CrashRun(rig, recorder, options);
  return run.whole();
}

const FIRST_DAY = '2014-03-03';
const LAST_DAY = '2014-12-15';
const TELL_MS = 15_000;
const WORK_BETWEEN = 5;
const WORK_PATIENCE_MS = 5_000;

class CrashRun {
  private readonly random: Random;
  private readonly crashes: Crashes;
  private readonly weather: Weather;
  private readonly desk: Desk;
  private readonly negotiators: Negotiators;
  private readonly began = performance.now();
  private today = FIRST_DAY;
  private dayEnds = 0;

  constructor(
    private readonly rig: Rig,
    private readonly recorder: Recorder,
    private readonly options: CrashRunOptions,
  ) {
    const { seed, walkers = 12, underWay = 36 } = options;
    this.dayEnds = options.commandsPerDay;
    this.random = new Random(seed);
    const { cast, desk, negotiators } = openTeam(rig, recorder, this.random, { walkers, underWay, today: () => this.today });
    this.desk = desk;
    this.negotiators = negotiators;
    this.crashes = new Crashes(rig, new CrashPlan(this.random.fork(4)), this.random.fork(5));
    this.weather = new Weather(rig, this.random.fork(6));
    options.say(`${cast.people} workers, ${cast.places} places, ${walkers} negotiators, seed ${seed}`);
  }

  async whole(): Promise<CrashRunResult> {
    const settledAfterMs: number[] = [];
    const days = setInterval(() => this.perhapsNextDay(), 250);
    try {
      for (;;) {
        const judged = await this.round();
        settledAfterMs.push(judged.settledAfterMs);
        const done = this.crashes.count >= this.options.crashes || judged.violations.length > 0;
        if (done) return { crashes: this.crashes, weather: this.weather, desk: this.desk, seconds: this.seconds, settledAfterMs, last: judged, today: this.today };
      }
    } finally {
      clearInterval(days);
      await this.desk.close();
    }
  }

  private get seconds(): number {
    return (performance.now() - this.began) / 1000;
  }

  private async round(): Promise<Judged> {
    const { crashes, perRound, lanes = 1, say } = this.options;
    const until = Math.min(crashes, this.crashes.count + perRound);
    this.negotiators.start();
    this.weather.start();
    const telling = setInterval(() => say(this.line()), TELL_MS);
    const lane = async (): Promise<void> => {
      while (this.crashes.count < until) {
        await this.someWork();
        await this.crashes.inject();
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane)).finally(() => clearInterval(telling));
    await this.weather.stop();
    await this.negotiators.stop();
    const judged = await judge(this.rig, this.recorder);
    say(`${this.line()}; settled ${(judged.settledAfterMs / 1000).toFixed(1)} s after the last restart, ${judged.violations.length} violations`);
    return judged;
  }

  private line(): string {
    const { counts } = this.desk;
    return `${this.crashes.count} crashes, ${this.seconds.toFixed(0)} s, ${counts.answered} commands answered (${counts.attempts} sent), ${this.negotiators.pool.size} under way, ${this.today}`;
  }

  /** A crash that interrupts nothing proves nothing: some commands are answered between two crashes, if they can be. */
  private async someWork(): Promise<void> {
    const enough = this.desk.counts.answered + WORK_BETWEEN;
    for (const deadline = performance.now() + WORK_PATIENCE_MS; this.desk.counts.answered < enough && performance.now() < deadline; ) await sleep(20);
  }

  private perhapsNextDay(): void {
    if (this.desk.counts.answered < this.dayEnds) return;
    this.dayEnds = this.desk.counts.answered + this.options.commandsPerDay;
    this.nextDay();
  }

  /** The date that is told to the gateway first is never earlier than what a negotiator writes down. */
  private nextDay(): void {
    const next = plusDays(this.today, 1);
    if (next > LAST_DAY) return;
    this.rig.stack.moveBusinessDate(next);
    this.today = next;
  }
}
