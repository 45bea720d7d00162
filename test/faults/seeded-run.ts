/**
 * Runs inside a copy of the built product (see seeded-copy.ts): one stack, and for every bug the databases as they were at first, the patched services, a while of
 * negotiators who contend for few places, and the checker. Prints one JSON line per bug.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { inRepository } from '../../local/paths.js';
import { roleName } from '../../local/postgres/passwords.js';
import { DATABASES } from '../../local/services.js';
import { castOf } from './cast.js';
import { DeadlyCommand } from './deadly-command.js';
import { plusDays } from './calendar.js';
import { Desk } from './desk.js';
import { Negotiators } from './negotiators.js';
import { judge } from './quiet.js';
import { Random } from './random.js';
import { Recorder } from './recorder.js';
import { DATABASE, GATEWAY, Rig, SERVICE_NAMES } from './rig.js';
import { SEEDED_BUGS, type SeededBug } from './seeded-bugs.js';
import { MARK, type Found } from './seeded-copy.js';

const FIRST_DAY = '2014-03-03';
const COMMANDS = 120;
const COMMANDS_PER_DAY = 10;
const COMMANDS_PER_KILL = 12;
const ROUNDS = 4;
const ROUND_MS = 60_000;

const [seed = '1', ...only] = process.argv.slice(2);
if (!existsSync(inRepository(MARK))) throw new Error('bugs are only put into a copy');
const rig = await Rig.start({ durable: false, quiet: true });
try {
  await keepDatabases();
  for (const bug of SEEDED_BUGS.filter((one) => only.length === 0 || only.some((word) => one.name.includes(word)))) {
    const undo = bug.patches.map(applied);
    await freshStart();
    const found = await sought(bug).finally(() => undo.forEach((one) => one()));
    process.stdout.write(`${JSON.stringify(found)}\n`);
  }
} finally {
  await rig.close();
}

/** Answers what takes the patch out again. */
function applied({ file, from, to }: SeededBug['patches'][number]): () => void {
  const path = inRepository('dist', 'services', file);
  const before = readFileSync(path, 'utf8');
  const times = before.split(from).length - 1;
  if (times !== 1) throw new Error(`${JSON.stringify(from)} is ${times} times in ${file}`);
  writeFileSync(path, before.replace(from, () => to));
  return () => writeFileSync(path, before);
}

async function sought({ name, breaks, kills = [], diesAt, commandsPerDay = COMMANDS_PER_DAY }: SeededBug): Promise<Found> {
  const recorder = new Recorder();
  const random = new Random(Number(seed));
  const desk = new Desk({ url: rig.url, issuerUrl: rig.stack.issuerUrl, recorder, random: random.fork(1), duplicates: 0.3, patienceMs: 30_000 });
  let today = FIRST_DAY;
  const cast = castOf(random.fork(2), { people: 24, places: 8 });
  const negotiators = new Negotiators({ desk, cast, recorder, random: random.fork(3), walkers: 8, underWay: 14, today: () => today });
  const deadly = new DeadlyCommand(rig, diesAt);
  try {
    for (let round = 1; ; round += 1) {
      deadly.start();
      negotiators.start();
      const began = desk.counts.answered;
      let [days, killed] = [0, 0];
      for (const deadline = performance.now() + ROUND_MS; desk.counts.answered < began + COMMANDS && performance.now() < deadline; await sleep(20)) {
        const done = desk.counts.answered - began;
        if (done >= (days + 1) * commandsPerDay) {
          days += 1;
          rig.stack.moveBusinessDate(plusDays(today, 1));
          today = plusDays(today, 1);
        }
        if (kills.length > 0 && done >= (killed + 1) * COMMANDS_PER_KILL) {
          const victim = kills[killed % kills.length] as string;
          killed += 1;
          await rig.kill(victim);
          await sleep(victim === DATABASE ? 0 : 300);
          await rig.revive(victim);
        }
      }
      await deadly.stop();
      await negotiators.stop();
      // How long it takes to settle counts from the last restart.
      await rig.kill(GATEWAY);
      await rig.revive(GATEWAY);
      const { violations } = await judge(rig, recorder);
      const invariants = [...new Set(violations.map((one) => one.invariant))].sort();
      const right = violations.find((one) => breaks.includes(one.invariant));
      const told = { name, breaks, invariants, violations: violations.length, commands: desk.counts.answered };
      if (breaks.length === 0) return { ...told, found: violations.length === 0, evidence: violations[0]?.evidence ?? '' };
      if (right || round === ROUNDS) return { ...told, found: right !== undefined, evidence: right?.evidence ?? '' };
    }
  } finally {
    await desk.close();
  }
}

async function stopAll(): Promise<void> {
  for (const name of [GATEWAY, ...SERVICE_NAMES]) await rig.kill(name);
}

async function startAll(): Promise<void> {
  await Promise.all(SERVICE_NAMES.map((name) => rig.revive(name)));
  await rig.revive(GATEWAY);
}

async function keepDatabases(): Promise<void> {
  await stopAll();
  await asAdmin(async (admin) => {
    for (const name of DATABASES) await admin.query(`create database ${name}_kept template ${name}`);
  });
}

/** The databases as they were when the stack was new, on the first day. */
async function freshStart(): Promise<void> {
  await stopAll();
  rig.stack.moveBusinessDate(FIRST_DAY);
  await asAdmin(async (admin) => {
    for (const name of DATABASES) {
      await admin.query(`drop database if exists ${name} with (force)`);
      await admin.query(`create database ${name} template ${name}_kept owner ${roleName(name, 'owner')}`);
      await admin.query(`revoke all on database ${name} from public`);
      await admin.query(`grant connect on database ${name} to ${roleName(name, 'app')}`);
    }
  });
  await startAll();
}

async function asAdmin(work: (admin: Client) => Promise<void>): Promise<void> {
  const admin = new Client({ connectionString: rig.stack.adminUrl() });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}
