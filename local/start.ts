/** `npm start`: brings the stack up and holds it until Ctrl-C or `npm run stop`. */
import { setTimeout as sleep } from 'node:timers/promises';
import { readBusinessDate } from './business-date.js';
import { runCommand, say } from './command.js';
import { DEMO_USERS } from './demo-users.js';
import { gatewayReady, silentProcesses } from './health.js';
import { PrintedProgress } from './progress.js';
import { livingRunner } from './run-file.js';
import { readStackSettings, type StackSettings } from './settings.js';
import { AlreadyRunning, startStack, type RunningStack } from './stack.js';

/** A gateway that just came up, or is being started again, gets this long to answer. */
const READY_MS = 10_000;
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

await runCommand(async () => {
  const settings = readStackSettings(process.env);
  const abort = new AbortController();
  const stopAsked = new Promise<void>((resolve) => abort.signal.addEventListener('abort', () => resolve(), { once: true }));
  // Ctrl-C reaches us twice under npm (from the terminal and passed on by npm): one stop, however often it is asked.
  // When the terminal is closed there is nobody left to tell; stopping in order still matters.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  for (const signal of STOP_SIGNALS) process.on(signal, () => abort.abort());
  const stack = await bringUp(settings, abort.signal);
  if (!stack) return;
  say(summary(settings, stack.url, stack.issuerUrl));
  await holdUntil(stopAsked);
  say('Stopping ...');
  await stack.stop();
  say('Stopped.');
});

/** Null when a stack of this data folder runs already; then its URL is all there is to say. */
async function bringUp(settings: StackSettings, abort: AbortSignal): Promise<RunningStack | null> {
  say(`Schakel on one machine: data in ${settings.dataDir}`);
  try {
    return await startStack(settings, { progress: new PrintedProgress((text) => process.stdout.write(text)), abort, onUnexpectedEnd: tellEnd, onStartedAgain: tellAgain });
  } catch (error) {
    if (!(error instanceof AlreadyRunning)) throw error;
    await tellRunning(settings, error);
    return null;
  }
}

function tellEnd(name: string, code: number | null, log: string, waitMs: number): void {
  process.stderr.write(`${name} ended unexpectedly (${code === null ? 'killed' : `code ${code}`}); see ${log}. It is started again in ${waitMs / 1000} s; the rest goes on.\n`);
}

function tellAgain(name: string, failure?: { readonly error: unknown; readonly waitMs: number }): void {
  if (!failure) return void process.stderr.write(`${name} is back.\n`);
  const reason = failure.error instanceof Error ? failure.error.message : String(failure.error);
  process.stderr.write(`${name} does not come back, tried again in ${failure.waitMs / 1000} s: ${reason}\n`);
}

async function tellRunning(settings: StackSettings, { record }: AlreadyRunning): Promise<void> {
  if (record.state === 'starting') say(`It is being started by process ${record.runner.pid}; waiting ...`);
  let now = livingRunner(settings.dataDir);
  while (now?.state === 'starting') {
    await sleep(250);
    now = livingRunner(settings.dataDir);
  }
  if (!now) throw new Error('The other start did not get there; look at its messages, then try again.');
  if (!(await gatewayReady(settings, READY_MS))) throw await notAnswering(settings, now.runner.pid);
  say(`It runs already at ${now.url} (process ${now.runner.pid}). Business date ${readBusinessDate(settings)}. Stop it with: npm run stop`);
}

async function notAnswering(settings: StackSettings, runner: number): Promise<Error> {
  const silent = (await silentProcesses(settings)).map(({ name, log }) => `  ${name.padEnd(24)}see ${log}`);
  return new Error([`A stack was started (process ${runner}), but its gateway is not ready. Not answering:`, ...silent, 'Its runner goes on trying. Start afresh with: npm run stop && npm start'].join('\n'));
}

/** A pending promise alone does not keep a process alive. */
async function holdUntil(stopAsked: Promise<void>): Promise<void> {
  const held = setInterval(() => undefined, 3_600_000);
  await stopAsked;
  clearInterval(held);
}

function summary(settings: StackSettings, url: string, issuer: string): string {
  const users = DEMO_USERS.map(({ user, body, roles, purpose }) => `    ${user.padEnd(32)}${roles.join(',').padEnd(24)}${body.padEnd(26)}${purpose}`);
  return [
    '',
    `  Schakel is ready:  ${url}/`,
    `  business date      ${readBusinessDate(settings)}   (move it: npm run date -- 2014-04-01)`,
    `  sign-in            ${issuer}/   (development only)`,
    '',
    `  demo users         ${'role'.padStart(17).padEnd(37)}${'body'.padEnd(26)}purpose`,
    ...users,
    '',
    '  a token            npm run --silent token -- case-worker',
    '  the story          npm run demo',
    '  stop               Ctrl-C here, or npm run stop anywhere',
    '',
  ].join('\n');
}
