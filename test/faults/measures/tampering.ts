/**
 * The audit chains of a running stack, falsified at random places in every way that the house can think of; after each the verifier of the operator (the service's own
 * verb, with the heads that the other bodies keep) must find it, and after each all is put back and clean. Security-and-reliability I6.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Shared } from '../../../local/environment.js';
import { askService, runningShared } from '../../../local/service-command.js';
import { serviceNamed, SERVICES } from '../../../local/services.js';
import { Random } from '../random.js';
import { pairs, proposed, sign } from './agreements.js';
import { onOwnStack } from './measured-stack.js';
import { atOnce } from './office.js';
import type { FaultArgs, Figures } from './part.js';

const PLACES = { short: 2, long: 25 };
const AGREEMENTS = 12;
const BODIES = ['reintegration', 'sw-leiden'] as const;
const TABLES = ['audit', 'audit_head', 'inbox'];
/** The others keep a head a second after it changed. */
const TOLD_MS = 4_000;

type Tamper = (own: Client, other: Client, seq: number, random: Random) => Promise<unknown>;

const WAYS: Readonly<Record<string, Tamper>> = {
  edit: (own, _other, seq, random) => own.query(`update audit set ${random.pick(EDITS)} where seq = $1`, [seq]),
  delete: (own, _other, seq) => own.query('delete from audit where seq = $1', [seq]),
  insert: async (own, _other, seq) => {
    await own.query('update audit set seq = -seq - 1 where seq > $1', [seq]);
    await own.query('update audit set seq = -seq where seq < 0');
    await own.query(`insert into audit select seq + 1, at, actor, verb, 'made up', request_hash, outcome_hash, subject, hash, hash from audit where seq = $1`, [seq]);
    await own.query('update audit_head set seq = seq + 1');
  },
  reorder: async (own, _other, seq) => {
    await own.query('update audit set seq = case when seq = $1 then -$1::bigint - 1 else -$1::bigint end where seq in ($1::bigint, $1::bigint + 1)', [seq]);
    await own.query('update audit set seq = -seq where seq < 0');
  },
  'cut tail, with head and commands': async (own, _other, seq) => {
    await own.query('delete from inbox i using audit a where a.actor = i.actor and a.command_id = i.command_id and a.seq > $1', [seq]);
    await own.query('delete from audit where seq > $1', [seq]);
    await own.query('update audit_head h set seq = a.seq, hash = a.hash from audit a where a.seq = $1', [seq]);
  },
  'swap between bodies': async (own, other, seq) => {
    const { rows } = await other.query<{ row: object }>('select to_jsonb(a) as row from audit a where seq = $1', [seq]);
    await own.query('delete from audit where seq = $1', [seq]);
    await own.query('insert into audit select t.* from jsonb_populate_record(null::audit, $1::jsonb) t', [JSON.stringify(rows[0]?.row ?? {})]);
  },
};

const EDITS = [
  `verb = verb || 'x'`, `actor = 'somebody'`, `at = at + interval '1 second'`, `command_id = command_id || '1'`, 'request_hash = md5(request_hash)', 'outcome_hash = md5(outcome_hash)',
  `subject = coalesce(subject, '') || '1'`, 'prev = md5(prev)', 'hash = md5(hash)',
];

export function tampering(args: FaultArgs): Promise<Figures> {
  return onOwnStack(false, async (measured) => {
    const { stack } = measured;
    await atOnce(2, pairs().slice(0, AGREEMENTS), async (pair) => sign(measured, pair, await proposed(measured, pair)));
    await sleep(TOLD_MS);
    const folder = mkdtempSync(join(tmpdir(), 'schakel-tampering-'));
    const clients = BODIES.map((body) => new Client({ connectionString: stack.adminUrl(body) }));
    try {
      const shared = await runningShared(stack.settings);
      const heads = join(folder, 'heads.jsonl');
      writeFileSync(heads, SERVICES.map((service) => askService(shared, service, ['audit', 'heads'])).join(''));
      await Promise.all(clients.map((client) => client.connect()));
      return await new Tampering(clients, (body) => clean(shared, body, heads), args).run();
    } finally {
      await Promise.all(clients.map((client) => client.end()));
      rmSync(folder, { recursive: true });
    }
  });
}

/** False when the verifier of this body finds a fault, as its exit code says. */
function clean(shared: Shared, body: string, heads: string): boolean {
  try {
    askService(shared, serviceNamed(body), ['audit', heads]);
    return true;
  } catch {
    return false;
  }
}

class Tampering {
  private readonly violations: string[] = [];
  private readonly random: Random;

  constructor(
    private readonly clients: readonly Client[],
    private readonly isClean: (body: string) => boolean,
    private readonly args: FaultArgs,
  ) {
    this.random = new Random(args.seed);
  }

  async run(): Promise<Figures> {
    const places = this.args.long ? PLACES.long : PLACES.short;
    for (const client of this.clients) for (const table of TABLES) await client.query(`create table kept_${table} as table ${table}`);
    for (const body of BODIES) if (!this.isClean(body)) this.violations.push(`I6: the untouched chain of ${body} is not clean`);
    const figures: Record<string, number | string> = {};
    for (const [way, tamper] of Object.entries(WAYS)) {
      let found = 0;
      for (let turn = 0; turn < places; turn += 1) found += await this.once(way, tamper, turn);
      figures[way] = `${found} of ${places} found`;
      this.args.say(`tampering: ${way}, ${found} of ${places} found`);
    }
    for (const body of BODIES) if (!this.isClean(body)) this.violations.push(`I6: the chain of ${body} is not clean after all was put back`);
    return { name: 'tampering', figures, violations: this.violations };
  }

  private async once(way: string, tamper: Tamper, turn: number): Promise<number> {
    const index = turn % BODIES.length;
    const body = BODIES[index] as string;
    const [own, other] = [this.clients[index] as Client, this.clients[1 - index] as Client];
    const seq = 1 + this.random.below(Math.min(await lastOf(own), await lastOf(other)) - 1);
    try {
      await tamper(own, other, seq, this.random);
      if (!this.isClean(body)) return 1;
      this.violations.push(`I6: ${way} at row ${seq} of ${body} was not found`);
      return 0;
    } finally {
      for (const table of TABLES) {
        await own.query(`delete from ${table}`);
        await own.query(`insert into ${table} select * from kept_${table}`);
      }
    }
  }
}

async function lastOf(client: Client): Promise<number> {
  return Number((await client.query<{ seq: string }>('select seq from audit_head')).rows[0]?.seq);
}
