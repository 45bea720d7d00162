/** `node dist/local/population/main.js OUTDIR [--size pilot]`: writes the synthetic population as the files each body would deliver. */
import { parseArgs } from 'node:util';
import { makePopulation } from './population.js';
import { populationFiles, writeFiles } from './write.js';

const USAGE = 'usage: node dist/local/population/main.js OUTDIR [--size pilot]\n';

function run(): number {
  const { positionals, values } = parseArgs({ allowPositionals: true, strict: false, options: { size: { type: 'string', default: 'pilot' } } });
  const [outdir, ...more] = positionals;
  if (outdir === undefined || more.length > 0) {
    process.stderr.write(USAGE);
    return 2;
  }
  if (values.size !== 'pilot') {
    process.stderr.write(`The only size is pilot.\n${USAGE}`);
    return 2;
  }
  const files = populationFiles(makePopulation());
  writeFiles(outdir, files);
  process.stdout.write(`${files.size} files written to ${outdir}\n`);
  return 0;
}

process.exitCode = run();
