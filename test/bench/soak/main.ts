/**
 * `npm run bench:soak -- --minutes 60`: mixed load on one gateway with the whole profile, and new supergraphs while it serves.
 * --minutes N    60 unless told otherwise; only 60 and more are written into the documentation
 * --short        one minute, fewer clients
 * --clients N    20 unless told otherwise; each waits 40 ms between an answer and its next question
 * --json FILE    all samples
 */
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fromUserFolder } from '../../../local/paths.js';
import { writePart } from '../kit/performance-page.js';
import { report } from './report.js';
import { soak } from './soak.js';

const { values } = parseArgs({ options: { minutes: { type: 'string' }, short: { type: 'boolean', default: false }, clients: { type: 'string' }, json: { type: 'string' } } });
const minutes = Number(values.minutes ?? (values.short ? 1 : 60));
const clients = Number(values.clients ?? (values.short ? 6 : 20));
const folder = mkdtempSync(join(tmpdir(), 'schakel-soak-'));
try {
  const { samples, swaps, kinds, wrong } = await soak({
    folder,
    minutes,
    clients,
    pauseMs: 40,
    sampleMs: Math.max(1000, (minutes * 60_000) / 360),
    swapMs: minutes >= 10 ? 60_000 : 10_000,
    replace: (file, text) => {
      // In one move: nobody reads half a file.
      writeFileSync(`${file}.new`, text);
      renameSync(`${file}.new`, file);
    },
  });
  const text = report(samples, { at: new Date().toISOString().slice(0, 10), clients, swaps, kinds });
  process.stdout.write(`${text}\n${wrong.slice(0, 20).map((one) => `not right: ${one}\n`).join('')}`);
  if (values.json) writeFileSync(fromUserFolder(values.json), JSON.stringify(samples.map(({ latencies, ...rest }) => ({ ...rest, answered: latencies.length }))));
  if (minutes >= 60) writePart('soak', text);
  process.exitCode = wrong.length > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
