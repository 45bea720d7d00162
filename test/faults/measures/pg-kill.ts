/**
 * kill -9 of the whole PostgreSQL while eight desks give commands, with the settings of production: nothing that was acknowledged is lost, and once the database
 * takes connections again every service answers within five seconds, without anybody starting it again. Security-and-reliability I8.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { answersOk } from '../../../local/processes.js';
import { readRecord } from '../../../local/run-file.js';
import { SERVICES } from '../../../local/services.js';
import { databaseAnswers, killDatabase } from '../kill-database.js';
import { Random } from '../random.js';
import { pairs, type Pair } from './agreements.js';
import { onOwnStack, type Measured } from './measured-stack.js';
import { CASE_WORKER, type Field, type Told } from './office.js';
import { spread, type FaultArgs, type Figures } from './part.js';
import { TERMS } from './people.js';

const KILLS = { short: 2, long: 20 };
const DESKS = 8;
const UNDER_LOAD_MS = 1_500;
const ANSWERS_WITHIN_MS = 5_000;
const PATIENCE_MS = 60_000;

interface Acknowledged {
  readonly actor: string;
  readonly key: string;
  readonly id: string;
}

export function pgKill(args: FaultArgs): Promise<Figures> {
  return onOwnStack(true, async (measured) => {
    const load = new Load(measured);
    const random = new Random(args.seed);
    const answered: number[] = [];
    const before = serviceProcesses(measured);
    load.start();
    for (let turn = 1; turn <= (args.long ? KILLS.long : KILLS.short); turn += 1) {
      await sleep(UNDER_LOAD_MS + random.below(500));
      await killDatabase(measured.stack, measured.stack.settings);
      await databaseAnswers(measured.stack);
      answered.push(await untilAnswering(measured));
      args.say(`pg-kill: ${turn}, ${load.acknowledged.length} acknowledged, services answer after ${Math.round(answered.at(-1) ?? 0)} ms`);
    }
    await load.stop();
    const lost = await missing(measured, load.acknowledged);
    const restarted = Object.entries(serviceProcesses(measured)).filter(([name, pid]) => before[name] !== pid).map(([name]) => name);
    const { p50, max } = spread(answered);
    return {
      name: 'pg-kill',
      figures: {
        kills: answered.length, 'commands acknowledged': load.acknowledged.length, 'acknowledged and lost': lost.length, 'attempts without an answer': load.unanswered,
        'services answer after the database, p50 ms': p50, 'services answer after the database, max ms': max, 'services that were started again': restarted.length,
      },
      violations: [
        ...lost.map(({ actor, key }) => `I8: ${key} of ${actor} was acknowledged and is not there`),
        ...answered.filter((ms) => ms > ANSWERS_WITHIN_MS).map((ms) => `a service answered ${Math.round(ms)} ms after the database`),
        ...restarted.map((name) => `${name} ended and was started again`),
      ],
    };
  });
}

/** Every desk takes its own worker from offer to acceptance and withdraws, again and again. */
class Load {
  readonly acknowledged: Acknowledged[] = [];
  unanswered = 0;
  private going = true;
  private desks: Promise<unknown> = Promise.resolve();

  constructor(private readonly measured: Measured) {}

  start(): void {
    this.desks = Promise.all(pairs().slice(0, DESKS).map((pair) => this.desk(pair)));
  }

  async stop(): Promise<void> {
    this.going = false;
    await this.desks;
  }

  private async desk(pair: Pair): Promise<void> {
    const { person, place, placing } = pair;
    const { today } = this.measured;
    while (this.going) {
      const offer = await this.give(CASE_WORKER, 'recordOffer', { person, workplaces: [place], recordedOn: today, channel: 'CONVERSATION' });
      await this.give(CASE_WORKER, 'recordWorkerChoice', { offer: offer.id, choice: 'YES', workplace: place, chosenOn: today });
      const { id, version, terms } = await this.give(CASE_WORKER, 'proposeAgreement', { offer: offer.id, terms: TERMS });
      const accepted = await this.give(placing, 'acceptAgreement', { id, expectedVersion: version, termsHash: terms?.hash });
      await this.give(CASE_WORKER, 'withdrawAgreement', { id, expectedVersion: accepted.version, reason: 'toch niet' });
    }
  }

  private async give(actor: string, field: Field, input: object): Promise<Told> {
    const key = randomUUID();
    for (const deadline = Date.now() + PATIENCE_MS; ; await sleep(50)) {
      const { data, errors } = await this.measured.office.command(actor, field, input, key);
      if (data?.id) {
        this.acknowledged.push({ actor, key, id: data.id });
        return data;
      }
      this.unanswered += 1;
      if (data && data.code !== 'BODY_UNAVAILABLE') throw new Error(`${field} was refused with ${data.code}`);
      if (Date.now() > deadline) throw new Error(`${field} is not answered: ${errors[0]?.extensions?.code}`);
    }
  }
}

/** All services say that they are ready, and a command that needs several of them is carried out. */
async function untilAnswering({ stack, office, today }: Measured): Promise<number> {
  const began = performance.now();
  const doors = SERVICES.map(({ name }) => `${stack.serviceUrl(name)}/readyz`);
  while (!(await Promise.all(doors.map(answersOk))).every(Boolean)) await sleep(20);
  const { person, place } = pairs().at(-1) as Pair;
  await office.done(CASE_WORKER, 'recordOffer', { person, workplaces: [place], recordedOn: today, channel: 'CONVERSATION' });
  return performance.now() - began;
}

async function missing({ stack }: Measured, acknowledged: readonly Acknowledged[]): Promise<Acknowledged[]> {
  const client = new Client({ connectionString: stack.adminUrl('reintegration') });
  await client.connect();
  try {
    const { rows } = await client.query<{ key: string }>(`select actor || ' ' || command_id || ' ' || coalesce(outcome->>'id', '') as key from inbox`);
    const agreements = await client.query<{ id: string }>(`select id::text from agreement union all select id::text from offer`);
    const kept = new Set(rows.map((row) => row.key));
    const things = new Set(agreements.rows.map((row) => row.id));
    return acknowledged.filter(({ actor, key, id }) => !kept.has(`${actor} ${key} ${id}`) || !things.has(id));
  } finally {
    await client.end();
  }
}

function serviceProcesses({ stack }: Measured): Record<string, number> {
  const children = readRecord(stack.settings.dataDir)?.children ?? {};
  return Object.fromEntries(SERVICES.map(({ name }) => [name, children[name]?.pid ?? 0]));
}
