/**
 * Random negotiations on a real database against a small reference model that shares no code with the product: late, repeated, altered and simultaneous commands,
 * bodies that are away, messages that arrive late, the calendar. Security-and-reliability I2, I5, I7; SCHAKEL_MODEL_RUNS and SCHAKEL_MODEL_SEED ask for more.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { testDatabase, type TestDatabase } from '#shell/testing/test-database.js';
import { reintegration } from './service.js';
import { ModelledWorld } from './testing/modelled-world.js';
import { DAYS, commandFor, steps, type Step } from './testing/model-steps.js';
import { advance, decide, deliverReleases, newModel, told, type Command, type Decided, type Model, type Outcome } from './testing/reference-model.js';

const ASKED = process.env['SCHAKEL_MODEL_RUNS'];
const RUNS = Number(ASKED ?? 60);
/** Without a number asked for, as many as this time allows: a machine with much else to do makes fewer. */
const MOST_MS = ASKED === undefined ? 12_000 : RUNS * 4_000;
const SEED = Number(process.env['SCHAKEL_MODEL_SEED'] ?? 20140303);
const LONGEST = 30;

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase(reintegration);
});
afterAll(() => database.drop());

interface Sent {
  command: Command;
  decided: Decided;
  readonly id: string;
}

/** One run: the model, the real thing, and what was sent so far. */
class Run {
  private model: Model = newModel(DAYS[0]);
  private readonly sent: Sent[] = [];
  private readonly world: ModelledWorld;

  constructor() {
    this.world = new ModelledWorld(database.dataSource);
  }

  /** Two workers and two places, so that hours and places both run out. */
  async begin(): Promise<void> {
    this.model.offers.push({ person: 0, place: 0 }, { person: 1, place: 0 }, { person: 0, place: 1 });
    for (const offer of this.model.offers) await this.world.addOffer(offer);
    for (const about of [0, 1]) await this.give({ verb: 'propose', about, by: 'werk-en-inkomen', version: 1, rightHash: true, hours: 24, inTime: true });
  }

  async take(step: Step): Promise<void> {
    switch (step.kind) {
      case 'give':
        return this.wanted(step.wish);
      case 'onward':
        return this.wanted(step.about);
      case 'repeat':
        return this.repeat(step.which, step.altered);
      case 'together':
        return this.together(commandFor(this.model, step.first), commandFor(this.model, step.second));
      case 'away':
        return this.away(step.body);
      default:
        return this.passing(step.kind);
    }
  }

  async agree(): Promise<void> {
    expect(await this.world.standing()).toEqual(this.world.expected(this.model));
  }

  private async wanted(wish: Parameters<typeof commandFor>[1]): Promise<void> {
    const command = commandFor(this.model, wish);
    if (command) await this.give(command);
  }

  private async give(command: Command): Promise<void> {
    const id = randomUUID();
    const [expected, decided] = full(this.model, command);
    expect([command, await this.world.give(id, command)]).toEqual([command, expected]);
    this.sent.push({ id, command, decided });
  }

  private async repeat(which: number, altered: boolean): Promise<void> {
    const known = this.sent[which % Math.max(1, this.sent.length)];
    if (!known) return;
    const command = altered ? { ...known.command, version: known.command.version + 1000, hours: 25 } : known.command;
    if (known.decided.kept) {
      const expected: Outcome = altered ? 'reused' : told(this.model, known.decided);
      expect([command, await this.world.give(known.id, command)]).toEqual([command, expected]);
      return;
    }
    const [expected, decided] = full(this.model, command);
    expect([command, await this.world.give(known.id, command)]).toEqual([command, expected]);
    Object.assign(known, { command, decided });
  }

  /** Two at once: what came of it is what some order of their moments would have given. */
  private async together(first: Command | null, second: Command | null): Promise<void> {
    if (!first || !second) return;
    const [one, two] = [randomUUID(), randomUUID()];
    const answers = await Promise.all([this.world.give(one, first), this.world.give(two, second)]);
    const standing = await this.world.standing();
    const possible = orders(this.model, first, second);
    const right = possible.find((way) => this.world.matches(way.model, way.outcomes, standing, answers));
    if (!right) expect({ first, second, answers, standing }).toEqual(possible.map((way) => ({ answers: way.outcomes, standing: this.world.expected(way.model) })));
    else {
      this.model = right.model;
      this.sent.push({ id: one, command: first, decided: right.decided[0] }, { id: two, command: second, decided: right.decided[1] });
    }
  }

  private async away(body: string): Promise<void> {
    if (!this.model.down.delete(body)) this.model.down.add(body);
    this.world.away(this.model.down);
  }

  private async passing(kind: 'day' | 'round' | 'deliver'): Promise<void> {
    if (kind === 'day') {
      this.model.on = DAYS[DAYS.findIndex((day) => day === this.model.on) + 1] ?? this.model.on;
      this.world.on(this.model.on);
    } else if (kind === 'deliver') {
      deliverReleases(this.model);
      await this.world.deliverReleases();
    } else {
      for (const index of this.model.deals.keys()) {
        advance(this.model, index);
        await this.world.advance(index);
      }
    }
  }
}

/** Decided and, at once, worked on. */
function full(model: Model, command: Command): [Outcome, Decided] {
  const decided = decide(model, command);
  if (decided.startedAt !== null && decided.deal !== null) advance(model, decided.deal);
  return [told(model, decided), decided];
}

interface Way {
  readonly model: Model;
  readonly outcomes: readonly [Outcome, Outcome];
  readonly decided: readonly [Decided, Decided];
}

const MOMENTS = [
  ['a', 'A', 'b', 'B'], ['a', 'b', 'A', 'B'], ['a', 'b', 'B', 'A'],
  ['b', 'B', 'a', 'A'], ['b', 'a', 'B', 'A'], ['b', 'a', 'A', 'B'],
] as const;

/** Small letters decide, capitals let the coordinator work. */
function orders(model: Model, first: Command, second: Command): Way[] {
  return MOMENTS.map((moments) => {
    const copy = structuredClone(model);
    const decided: Partial<Record<'a' | 'b', Decided>> = {};
    for (const moment of moments) {
      if (moment === 'a' || moment === 'b') decided[moment] = decide(copy, moment === 'a' ? first : second);
      else {
        const { deal, startedAt } = decided[moment === 'A' ? 'a' : 'b'] as Decided;
        if (deal !== null && startedAt !== null) advance(copy, deal);
      }
    }
    const both = [decided.a as Decided, decided.b as Decided] as const;
    return { model: copy, decided: both, outcomes: [told(copy, both[0]), told(copy, both[1])] };
  });
}

it(
  'an agreement does what the rules say, whatever comes late, twice, altered or at the same time',
  async () => {
    const property = fc.asyncProperty(steps(LONGEST), async (taken) => {
      const run = new Run();
      await run.begin();
      for (const step of taken) {
        await run.take(step);
        await run.agree();
      }
    });
    await fc.assert(property, { numRuns: RUNS, seed: SEED, interruptAfterTimeLimit: MOST_MS });
  },
  MOST_MS * 4,
);
