/** A data folder for one test run, removed when it ends. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export function makeTestFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `schakel-${name}-`));
  // The database runs as another user when the tests run as root, and must reach its own folder below this one.
  chmodSync(folder, 0o755);
  return folder;
}

export function removeTestFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
