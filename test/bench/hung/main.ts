/**
 * `npm run bench:hung`: what 50 clients notice of it when a company hangs that they ask nothing. Ten others keep asking that company.
 * With all companies well and with one hung, in turns.
 * --short    a second of each, two rounds, three companies; nothing is written
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { writePart } from '../kit/performance-page.js';
import { pinMeasuring } from '../kit/pinned.js';
import { signedIn } from '../kit/schakel-settings.js';
import { drive, type Driven } from '../load/drive.js';
import { median, percentile } from '../load/figures.js';
import { GeneratedFederation } from '../partners/federation.js';
import { report, type HungFigures } from './report.js';

const HUNG = 'leiden';
const OTHERS = 50;
const ASKING_HUNG = 10;
const QUERY = 'query ($code: ID!) { swCompany(code: $code) { code name asOf fresh placements(first: 5) { totalCount nodes { id workForm hoursPerWeek workplace { id title } employment { id workerName { full } } } } } }';
const bodyFor = (code: string): string => JSON.stringify({ query: QUERY, variables: { code } });

const { values } = parseArgs({ options: { short: { type: 'boolean', default: false } } });
const [companies, rounds, milliseconds] = values.short ? [3, 1, 1000] : [10, 5, 8000];
/** Longer than the circuit breaker needs to try again. */
const RECOVERY_MS = values.short ? 500 : 15_000;
const codes = ['zoetermeer-rijswijk', 'wassenaar', ...Array.from({ length: companies - 3 }, (_, index) => `extra-${index + 1}`)];

async function both(federation: GeneratedFederation, duration: number): Promise<Driven> {
  const common = { port: federation.port, path: '/graphql', headers: () => signedIn(federation.issuer), milliseconds: duration };
  const [others] = await Promise.all([
    drive({ ...common, connections: OTHERS, body: (index) => bodyFor(codes[index % codes.length] as string), right: ({ status, body }) => status === 200 && !body.includes('"errors"') }),
    drive({ ...common, connections: ASKING_HUNG, body: () => bodyFor(HUNG), right: () => true }),
  ]);
  return others;
}

async function tell(federation: GeneratedFederation, word: 'hang' | 'resume'): Promise<void> {
  await fetch(`${federation.addresses[`sw-${HUNG}`]}/${word}`, { method: 'POST' });
}

async function measure(federation: GeneratedFederation): Promise<HungFigures> {
  await both(federation, values.short ? 1000 : 10_000);
  const found: Record<'well' | 'hung', Driven[]> = { well: [], hung: [] };
  for (let number = 0; number < rounds; number += 1) {
    found.well.push(await both(federation, milliseconds));
    await tell(federation, 'hang');
    found.hung.push(await both(federation, milliseconds));
    await tell(federation, 'resume');
    await sleep(RECOVERY_MS);
  }
  const of = (state: 'well' | 'hung', percent: number): number => median(found[state].map(({ latencies }) => percentile(latencies, percent)));
  const perSecond = (state: 'well' | 'hung'): number => median(found[state].map((one) => (one.latencies.length / one.milliseconds) * 1000));
  const wrong = [...found.well, ...found.hung].reduce((sum, one) => sum + one.wrong, 0);
  return { companies, rounds, well: { p50: of('well', 50), p95: of('well', 95), perSecond: perSecond('well') }, hung: { p50: of('hung', 50), p95: of('hung', 95), perSecond: perSecond('hung') }, wrong };
}

const folder = mkdtempSync(join(tmpdir(), 'schakel-hung-'));
pinMeasuring();
const federation = await GeneratedFederation.start(companies, folder);
try {
  const figures = await measure(federation);
  const text = report(figures, new Date().toISOString().slice(0, 10));
  process.stdout.write(`${text}\n`);
  if (!values.short) writePart('hung', text);
  process.exitCode = figures.wrong > 0 ? 1 : 0;
} finally {
  await federation.stop();
  rmSync(folder, { recursive: true, force: true });
}
