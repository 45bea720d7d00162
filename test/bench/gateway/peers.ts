/** Installs the gateways that ours is measured against, in a folder of their own: nothing of the product depends on them. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PEERS } from './candidates.js';

/** Why they are not there; empty when they are. */
export function installPeers(): string[] {
  const lock = (...parts: string[]): string => readFileSync(join(PEERS, ...parts), 'utf8');
  const installed = join('node_modules', '.package-lock.json');
  if (existsSync(join(PEERS, installed)) && versions(lock(installed)) === versions(lock('package-lock.json'))) return [];
  process.stderr.write('installing the peers (600 MB, once)\n');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], { cwd: PEERS, stdio: ['ignore', 'inherit', 'inherit'] });
  return status === 0 ? [] : ['The other gateways could not be installed (test/bench/peers), so they are not here.'];
}

function versions(lock: string): string {
  const { packages } = JSON.parse(lock) as { packages: Record<string, { version?: string }> };
  return ['@graphql-hive/gateway', '@graphql-hive/router-runtime'].map((name) => packages[`node_modules/${name}`]?.version).join(' ');
}
