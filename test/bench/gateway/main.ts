/**
 * `npm run bench:gateway`: our gateway and its peers in turns on the same three questions over the same four subgraphs.
 * --short            seconds instead of minutes, without the peers that must be installed; nothing is written
 * --only NAME,...    these gateways only; nothing is written into the documentation
 * --questions NAME,...   --rounds N   --seconds N   --connections N
 * --json FILE        all rounds of all gateways
 * --cpu-prof FOLDER  Node gateways leave a CPU profile there
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fromUserFolder } from '../../../local/paths.js';
import { writePart } from '../kit/performance-page.js';
import { CANDIDATES } from './candidates.js';
import { measureAll } from './measure-all.js';
import { installPeers } from './peers.js';
import { report } from './report.js';

const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    only: { type: 'string' },
    questions: { type: 'string', default: 'heavy,light,wide' },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    connections: { type: 'string', default: '50' },
    json: { type: 'string' },
    'cpu-prof': { type: 'string' },
  },
});

const only = values.only?.split(',');
const wanted = CANDIDATES.filter(({ name, peer }) => (only ? only.includes(name) : !(peer && values.short)));
const absent = wanted.some(({ peer }) => peer) ? installPeers() : [];
const folder = mkdtempSync(join(tmpdir(), 'schakel-bench-'));
try {
  const measured = await measureAll({
    candidates: wanted.filter(({ peer }) => !peer || absent.length === 0),
    questions: values.questions.split(','),
    rounds: Number(values.rounds ?? (values.short ? 1 : 7)),
    milliseconds: 1000 * Number(values.seconds ?? (values.short ? 0.3 : 4)),
    warmUpMilliseconds: values.short ? 200 : 5000,
    connections: Number(values.connections),
    folder,
    cpuProfiles: values['cpu-prof'] && fromUserFolder(values['cpu-prof']),
    say: (line) => process.stderr.write(`${line}\n`),
  });
  const run = { ...measured.run, absent };
  const text = report(run);
  process.stdout.write(`${text}\n`);
  if (values.json) writeFileSync(fromUserFolder(values.json), JSON.stringify({ run, rounds: measured.rounds }, null, 2));
  if (!values.short && !only) writePart('gateway', text);
  process.exitCode = measured.wrong > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
