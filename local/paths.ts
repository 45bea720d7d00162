/** Where this checkout is. Found from the compiled file itself, never from the folder somebody happens to stand in. */
import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top of the repository (this file runs as dist/local/paths.js). */
export const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

export function inRepository(...parts: string[]): string {
  return join(REPOSITORY, ...parts);
}

/** npm moves to the top of the repository before it runs us; INIT_CWD is where the user typed the command. */
export function fromUserFolder(path: string, env: NodeJS.ProcessEnv = process.env): string {
  return isAbsolute(path) ? path : resolve(env['INIT_CWD'] ?? process.cwd(), path);
}
