/**
 * Thousands of commands of which three in ten are given again: twice at once, at once after the answer, or long after it. Every key takes effect once, every repeat
 * is answered as the first time, and a key that is used for something else is refused. Security-and-reliability I5; effects are counted in the databases.
 */
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { Random } from '../random.js';
import { pairs, proposed } from './agreements.js';
import { onOwnStack, type Measured } from './measured-stack.js';
import { atOnce, CASE_WORKER, type Field, type Told } from './office.js';
import type { FaultArgs, Figures } from './part.js';
import { people, TERMS } from './people.js';

const COMMANDS = { short: 500, long: 10_000 };
const LANES = 8;
const REPEATED = 0.3;
const MISUSED = 0.05;
/** A late repeat comes after so many other commands of its lane. */
const LATE = 6;
const PATIENCE_MS = 60_000;

interface Given {
  readonly key: string;
  readonly field: Field;
  readonly user: string;
  readonly input: Readonly<Record<string, unknown>>;
}

export function commands(args: FaultArgs): Promise<Figures> {
  return onOwnStack(false, async (measured) => {
    const total = args.long ? COMMANDS.long : COMMANDS.short;
    const run = new Commands(measured, args, Math.ceil(total / LANES));
    return run.run();
  });
}

class Commands {
  private readonly violations: string[] = [];
  private readonly counts = { given: 0, sent: 0, twiceAtOnce: 0, again: 0, late: 0, misused: 0, refusedAsReused: 0, unanswered: 0 };
  private readonly effects = { offer: 0, choice: 0, counter: 0 };

  constructor(
    private readonly measured: Measured,
    private readonly args: FaultArgs,
    private readonly perLane: number,
  ) {}

  async run(): Promise<Figures> {
    const began = performance.now();
    const before = await effectsIn(this.measured);
    const lanes = pairs().slice(0, LANES);
    await atOnce(LANES, lanes, (_pair, index) => this.lane(index));
    const after = await effectsIn(this.measured);
    for (const kind of ['offer', 'choice', 'counter'] as const) {
      const found = after[kind] - before[kind];
      if (found !== this.effects[kind]) this.violations.push(`I5: ${this.effects[kind]} keys of ${kind}, ${found} effects in the database`);
    }
    const keys = after.keys - before.keys;
    if (keys !== this.counts.given) this.violations.push(`I5: ${this.counts.given} keys given, ${keys} in the inbox`);
    const { given, sent, twiceAtOnce, again, late, misused, refusedAsReused, unanswered } = this.counts;
    return {
      name: 'commands',
      figures: {
        'distinct keys': given, 'times sent': sent, 'twice at once': twiceAtOnce, 'again after the answer': again, 'again late, overtaken by others': late,
        'keys in the inbox': keys, 'effects in the databases': after.offer + after.choice + after.counter - before.offer - before.choice - before.counter,
        'effects expected': this.effects.offer + this.effects.choice + this.effects.counter,
        'other payload under a used key': misused, 'of these COMMAND_REUSED': refusedAsReused, 'attempts without an answer': unanswered,
        seconds: Math.round((performance.now() - began) / 1000),
      },
      violations: this.violations,
    };
  }

  /** An agreement, an offer and commands about them, one after the other; the lanes do not know of each other. */
  private async lane(index: number): Promise<void> {
    const random = new Random(this.args.seed * 100 + index);
    const pair = pairs()[index];
    if (!pair) throw new Error('there are fewer pairs than lanes');
    const agreement = await proposed(this.measured, pair);
    this.counts.given += 3;
    this.effects.offer += 1;
    this.effects.choice += 1;
    const desk = { random, pair, id: agreement.id, version: agreement.version ?? 1, turn: 0, offers: [] as string[], late: [] as { after: number; given: Given; told: Told }[] };
    for (let count = 0; count < this.perLane; count += 1) {
      await this.one(desk);
      for (const due of desk.late.filter((one) => one.after === count)) {
        this.counts.late += 1;
        await this.repeat(due.given, due.told);
      }
      if (count % 250 === 249) this.args.say(`commands: lane ${index} at ${count + 1}, ${this.violations.length} violations`);
    }
  }

  private async one(lane: Lane): Promise<void> {
    const given = this.next(lane);
    const { random } = lane;
    const repeated = random.chance(REPEATED) ? random.below(3) : null;
    this.counts.given += 1;
    if (repeated === 0) this.counts.twiceAtOnce += 1;
    const told = await Promise.all(Array.from({ length: repeated === 0 ? 2 : 1 }, () => this.give(given)));
    const [first] = told as [Told, ...Told[]];
    for (const other of told) this.same(given, first, other);
    this.count(lane, given, first);
    if (repeated === 1) {
      this.counts.again += 1;
      await this.repeat(given, first);
    } else if (repeated === 2) lane.late.push({ after: lane.turn + random.below(LATE), given, told: first });
    if (random.chance(MISUSED)) await this.misuse(given);
  }

  private next(lane: Lane): Given {
    const { random, pair, offers } = lane;
    lane.turn += 1;
    const key = randomUUID();
    const today = this.measured.today;
    if (random.chance(0.1)) return { key, field: 'counterAgreement', user: lane.turn % 2 ? pair.placing : pair.receiving, input: { id: lane.id, expectedVersion: lane.version, terms: { ...TERMS, secondmentFeePerHour: `5.${10 + (lane.turn % 90)}` } } };
    const place = random.pick(people().places['zoetermeer-rijswijk']);
    if (offers.length === 0 || random.chance(0.3)) return { key, field: 'recordOffer', user: CASE_WORKER, input: { person: pair.person, workplaces: [place], recordedOn: today, channel: 'CONVERSATION' } };
    return { key, field: 'recordWorkerChoice', user: CASE_WORKER, input: { offer: random.pick(offers), choice: 'NO', chosenOn: today } };
  }

  private count(lane: Lane, { field }: Given, told: Told): void {
    if (told.__typename === 'Refusal' && told.code !== 'NOT_YOUR_TURN') this.violations.push(`${field} was refused with ${told.code}`);
    if (told.__typename === 'Refusal') return;
    if (field === 'recordOffer') {
      this.effects.offer += 1;
      lane.offers.push(told.id ?? '');
    } else if (field === 'recordWorkerChoice') this.effects.choice += 1;
    else {
      this.effects.counter += 1;
      lane.version += 1;
    }
  }

  private async repeat(given: Given, first: Told): Promise<void> {
    this.same(given, first, await this.give(given));
  }

  private same({ key, field }: Given, first: Told, other: Told): void {
    if (first.__typename !== other.__typename || first.id !== other.id || first.code !== other.code) {
      this.violations.push(`I5: ${field} ${key} was answered ${first.__typename} ${first.code ?? ''} and then ${other.__typename} ${other.code ?? ''}`);
    }
  }

  /** Under the key of a command that was answered, something that it did not say. */
  private async misuse({ key, field, user, input }: Given): Promise<void> {
    const other = field === 'recordOffer' ? { ...input, channel: 'LETTER' } : field === 'recordWorkerChoice' ? { ...input, choice: 'TALK_TO_ME' } : { ...input, expectedVersion: 1_000 };
    const told = await this.give({ key, field, user, input: other });
    this.counts.misused += 1;
    if (told.code === 'COMMAND_REUSED') this.counts.refusedAsReused += 1;
    else this.violations.push(`I5: another payload under a used key was answered ${told.__typename} ${told.code ?? ''}`);
  }

  /** As a careful client: without an answer the same again, under the same key. */
  private async give({ key, field, user, input }: Given): Promise<Told> {
    for (const deadline = Date.now() + PATIENCE_MS; ; ) {
      this.counts.sent += 1;
      const { data, errors, status } = await this.measured.office.command(user, field, input, key);
      if (data && data.code !== 'BODY_UNAVAILABLE') return data;
      this.counts.unanswered += 1;
      const code = errors[0]?.extensions?.code ?? String(status);
      if (Date.now() > deadline || (!data && code !== 'UNAVAILABLE' && code !== '0')) throw new Error(`${field}: no answer but ${code}`);
    }
  }
}

interface Lane {
  readonly random: Random;
  readonly pair: ReturnType<typeof pairs>[number];
  readonly id: string;
  version: number;
  turn: number;
  readonly offers: string[];
  readonly late: { readonly after: number; readonly given: Given; readonly told: Told }[];
}

const EFFECTS = `select (select count(*)::int from offer) as offer, (select coalesce(sum(revision - 1), 0)::int from offer) as choice,
  (select count(*)::int from agreement_history where event->>'type' = 'COUNTERED') as counter,
  (select count(*)::int from inbox where actor = 'case-worker' or actor like 'placement-%') as keys`;

async function effectsIn({ stack }: Measured): Promise<{ offer: number; choice: number; counter: number; keys: number }> {
  const client = new Client({ connectionString: stack.adminUrl('reintegration') });
  await client.connect();
  try {
    return (await client.query<{ offer: number; choice: number; counter: number; keys: number }>(EFFECTS)).rows[0] ?? { offer: 0, choice: 0, counter: 0, keys: 0 };
  } finally {
    await client.end();
  }
}
