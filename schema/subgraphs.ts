/** The subgraphs' own SDL: as each service prints it now, and as it is committed here. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Registers } from '#kernel/registers.js';

export interface Subgraph {
  /** Also the name of the service, its folder and its file here. */
  readonly name: string;
  readonly sdl: string;
}

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
export const SCHEMA_DIR = join(REPOSITORY, 'schema');
export const SUPERGRAPH_FILE = 'supergraph.graphql';

export const serviceNames = (registers: Registers): string[] => registers.parties.map((party) => party.service);

export const companyCodes = (registers: Registers): string[] => registers.parties.flatMap((party) => (party.company ? [party.company.code] : []));

/** Runs `<service> schema`, which needs no settings and no database. Throws with the service's own words when it fails. */
export function emitSubgraph(name: string): Subgraph {
  const main = join(REPOSITORY, 'dist', 'services', name, 'src', 'main.js');
  const sdl = execFileSync(process.execPath, [main, 'schema'], { encoding: 'utf8', maxBuffer: 16 * 1024 * 1024, stdio: ['ignore', 'pipe', 'inherit'] });
  return { name, sdl: withFinalNewline(sdl) };
}

export function readIfThere(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** The text of a file of this folder in the last commit; null outside a repository or when it was not there. */
export function lastCommitted(file: string): string | null {
  try {
    return execFileSync('git', ['show', `HEAD:schema/${file}`], { cwd: REPOSITORY, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return null;
  }
}

function withFinalNewline(text: string): string {
  return `${text.trimEnd()}\n`;
}
