/**
 * `stack.json` in the data folder: which runner holds this data folder and which processes it started. It is the lock of the folder,
 * and after a crash the list of what must be ended before anything new starts.
 */
import { accessSync, constants, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SettingsError } from '#kernel/settings.js';
import { writePrivateFile } from './private-file.js';
import { endProcess, identify, isRunning, type ProcessIdentity } from './process-identity.js';

export interface RunRecord {
  readonly runner: ProcessIdentity;
  readonly state: 'starting' | 'running';
  readonly url: string;
  readonly children: Readonly<Record<string, ProcessIdentity>>;
}

const ORPHAN_GRACE_MS = 5_000;

const fileIn = (dataDir: string): string => join(dataDir, 'stack.json');

/** The record, whether its runner still lives or not; null when there is none. */
export function readRecord(dataDir: string): RunRecord | null {
  try {
    return JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as RunRecord;
  } catch {
    return null;
  }
}

/** The record of a runner that lives. */
export function livingRunner(dataDir: string): RunRecord | null {
  const record = readRecord(dataDir);
  return record && isRunning(record.runner) ? record : null;
}

export class RunFile {
  private constructor(
    private readonly dataDir: string,
    private record: RunRecord,
  ) {}

  /** Takes the folder, ending first what a dead runner left. Answers the living runner's record instead when there is one. */
  static async take(dataDir: string, url: string): Promise<RunFile | RunRecord> {
    makeDataDir(dataDir);
    const runner = identify(process.pid);
    if (!runner) throw new Error('this process cannot see itself; is /proc mounted?');
    const record: RunRecord = { runner, state: 'starting', url, children: {} };
    for (;;) {
      if (create(fileIn(dataDir), record)) return new RunFile(dataDir, record);
      const living = livingRunner(dataDir);
      if (living) return living;
      await clearLeftovers(dataDir);
    }
  }

  childStarted(name: string, child: ProcessIdentity): void {
    this.write({ ...this.record, children: { ...this.record.children, [name]: child } });
  }

  childEnded(name: string): void {
    const { [name]: _gone, ...children } = this.record.children;
    this.write({ ...this.record, children });
  }

  running(): void {
    this.write({ ...this.record, state: 'running' });
  }

  release(): void {
    rmSync(fileIn(this.dataDir), { force: true });
  }

  private write(record: RunRecord): void {
    this.record = record;
    writePrivateFile(fileIn(this.dataDir), JSON.stringify(record, null, 2));
  }
}

/** One folder at a time: below /proc Node's own recursive mkdir never comes back. */
function makeFolder(dir: string): void {
  if (existsSync(dir)) return;
  makeFolder(dirname(dir));
  if (!existsSync(dir)) mkdirSync(dir);
}

function makeDataDir(dataDir: string): void {
  try {
    makeFolder(dataDir);
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new SettingsError([`SCHAKEL_DATA_DIR: ${dataDir} cannot be made or written (${code ?? 'unknown reason'}); choose a folder of your own`]);
  }
}

/** Ends the processes of a dead runner and removes its record, unless another runner has taken the folder meanwhile. */
export async function clearLeftovers(dataDir: string): Promise<number> {
  const dead = readRecord(dataDir);
  const children = Object.values(dead?.children ?? {}).filter(isRunning);
  await Promise.all(children.map((child) => endProcess(child, ORPHAN_GRACE_MS)));
  if (!livingRunner(dataDir)) rmSync(fileIn(dataDir), { force: true });
  return children.length;
}

/** Whole or not at all, and only by the first who comes: written aside, then linked. */
function create(file: string, record: RunRecord): boolean {
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, JSON.stringify(record, null, 2), { mode: 0o600 });
  try {
    linkSync(aside, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}
