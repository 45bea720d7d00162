/**
 * npm test: lint, then jest in two rounds. Round one needs no stack (rules, architecture, stores on a database of their own);
 * round two talks to a running stack of its own, on its own ports and data folder. Part three kills processes while agreements
 * are negotiated (test/faults, the short run). After round two no log and no table may hold a number or name of a person that it need
 * not keep. Ends with the counts from jest's JSON result; a broken invariant is one failure.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ROUNDS = ['units', 'stack'] as const;
const FAULTS = 'faults';

interface JestResult {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly success: boolean;
}

function run(command: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): boolean {
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...environment } });
  return status === 0;
}

function jest(round: string, extra: readonly string[], out: string): JestResult {
  const result = join(out, `${round}.json`);
  const jestMain = join(ROOT, 'node_modules/jest/bin/jest.js');
  const args = ['--experimental-vm-modules', '--no-warnings', jestMain, '--config', join(ROOT, `test/jest.${round}.json`), '--json', '--outputFile', result, '--testLocationInResults', ...extra];
  run(process.execPath, args, { SCHAKEL_PG_FAST: '1', TEST_SINKS_FILE: sinksFile(out) });
  return JSON.parse(readFileSync(result, 'utf8')) as JestResult;
}

const sinksFile = (out: string): string => join(out, 'sinks.json');

/** How many logs and tables the stack round left with a person's number or name in it; nothing when it did not run. */
function strayData(out: string): number {
  if (!existsSync(sinksFile(out))) return 0;
  const { sinks, hits } = JSON.parse(readFileSync(sinksFile(out), 'utf8')) as { readonly sinks: number; readonly hits: readonly string[] };
  process.stdout.write(`canaries: ${sinks} logs and tables looked at, ${hits.length} with a number or name of a person\n`);
  return hits.length;
}

function main(): void {
  const [only, ...extra] = process.argv.slice(2);
  const out = mkdtempSync(join(tmpdir(), 'schakel-test-'));
  const linted = run(process.execPath, [join(ROOT, 'node_modules/oxlint/bin/oxlint'), '--deny-warnings', 'kernel', 'law', 'services', 'gateway', 'schema', 'local', 'test']);
  const rounds = only ? ROUNDS.filter((round) => round === only) : ROUNDS;
  const results = rounds.map((round) => jest(round, extra, out));
  const stray = strayData(out);
  rmSync(out, { recursive: true, force: true });
  const held = only === undefined || only === FAULTS ? run(process.execPath, [join(ROOT, 'dist/test/faults/main.js'), ...extra]) : true;
  const sum = (count: (result: JestResult) => number): number => results.reduce((total, result) => total + count(result), 0);
  const failed = sum((result) => result.numFailedTests + result.numRuntimeErrorTestSuites) + (linted ? 0 : 1) + (held ? 0 : 1) + stray;
  if (!held) process.stdout.write('faults: an invariant was broken or the run did not end, counted as one failure\n');
  if (!linted) process.stdout.write('lint: refused, counted as one failure\n');
  process.stdout.write(`${sum((result) => result.numPassedTests)} passed, ${failed} failed\n`);
  process.exitCode = failed === 0 && results.every((result) => result.success) ? 0 : 1;
}

main();
