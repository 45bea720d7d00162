/**
 * npm run test:faults [-- --crashes 1000 --seed 7 --json FILE --history FILE]: exit code 1 when an invariant was broken.
 * npm run test:faults -- race hung [--long] runs these measures instead (see measures/main.ts).
 * With a violation the data folder and the logs stay, so that somebody can look.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { auditVerified } from './audit-verified.js';
import { crashRun } from './crash-run.js';
import { figuresOf, printed, type Figures } from './figures.js';
import { main as measures } from './measures/main.js';
import { Random } from './random.js';
import { Recorder } from './recorder.js';
import { Rig } from './rig.js';
import { ZOMBIE_STEPS, zombieRun } from './zombie.js';

const SHORT_RUN = 60;
/** Crashes that go on beside each other: as many as keep two cores busy. */
const LANES = 2;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { crashes: { type: 'string' }, seed: { type: 'string' }, lanes: { type: 'string' }, json: { type: 'string' }, history: { type: 'string' } },
  });
  const crashes = Number(values.crashes ?? SHORT_RUN);
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  const recorder = new Recorder(values.history ?? null);
  const rig = await Rig.start();
  const figures = await runs(rig, recorder, { crashes, seed, lanes: Number(values.lanes ?? LANES) }).catch(async (error: unknown) => {
    await rig.stop();
    throw error;
  });
  await recorder.close();
  say(printed(figures));
  if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
  const broken = figures.violations.length > 0;
  await (broken ? rig.stop() : rig.close());
  if (broken) say(`the data are in ${rig.settings.dataDir}`);
  return broken ? 1 : 0;
}

async function runs(rig: Rig, recorder: Recorder, asked: { readonly crashes: number; readonly seed: number; readonly lanes: number }): Promise<Figures> {
  const long = asked.crashes > SHORT_RUN;
  const crashed = await crashRun(rig, recorder, { ...asked, perRound: long ? 100 : 30, commandsPerDay: long ? 80 : 20, say });
  const steps = long ? ZOMBIE_STEPS : [new Random(asked.seed).pick(ZOMBIE_STEPS)];
  const zombies = await zombieRun(rig, recorder, { seed: asked.seed + 1, steps, today: crashed.today, say });
  const figures = figuresOf(crashed, zombies, recorder.entries);
  return { ...figures, violations: [...figures.violations, ...(await auditVerified(rig))] };
}

const asked = process.argv.slice(2);
process.exitCode = asked[0] === undefined || asked[0].startsWith('-') ? await main() : await measures(asked);
