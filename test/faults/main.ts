/**
 * npm run test:faults [-- --crashes 1000 --seed 7 --json FILE --history FILE]: exit code 1 when an invariant was broken.
 * With a violation the data folder and the logs stay, so that somebody can look.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { crashRun } from './crash-run.js';
import { figuresOf, printed } from './figures.js';
import { Recorder } from './recorder.js';
import { Rig } from './rig.js';

const SHORT_RUN = 60;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { crashes: { type: 'string' }, seed: { type: 'string' }, json: { type: 'string' }, history: { type: 'string' } },
  });
  const crashes = Number(values.crashes ?? SHORT_RUN);
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  const recorder = new Recorder(values.history ?? null);
  const rig = await Rig.start();
  const result = await crashRun(rig, recorder, { crashes, seed, perRound: crashes > SHORT_RUN ? 100 : 30, commandsPerDay: crashes > 200 ? 50 : 20, say: (line) => process.stdout.write(`${line}\n`) });
  await recorder.close();
  const figures = figuresOf(result);
  process.stdout.write(`${printed(figures)}\n`);
  if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
  const broken = figures.violations.length > 0;
  await (broken ? rig.stop() : rig.close());
  if (broken) process.stdout.write(`the data are in ${rig.settings.dataDir}\n`);
  return broken ? 1 : 0;
}

process.exitCode = await main();
