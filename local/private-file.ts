/** Files that are whole or not there (written aside, then renamed), and, for secrets, readable for their owner only. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export function writePrivateFile(path: string, text: string): void {
  writeWhole(path, text, 0o600);
}

export function writePublicFile(path: string, text: string): void {
  writeWhole(path, text, 0o644);
}

function writeWhole(path: string, text: string, mode: number): void {
  mkdirSync(dirname(path), { recursive: true });
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, text, { mode });
  renameSync(aside, path);
}
