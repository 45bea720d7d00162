/** A second gateway in front of the services of this stack, with settings of its own: as a deployment has it, not as one machine does. */
import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '#kernel/testing/free-port.js';
import { businessDateFile, readStackSettings } from '../../local/settings.js';
import { inRepository } from '../../local/paths.js';
import { SERVICES } from '../../local/services.js';
import { envelopeKeyOf } from './parties.js';
import { issuer, serviceUrl } from './stack.js';

export interface OwnGateway {
  readonly url: string;
  stop(): Promise<void>;
}

export async function startOwnGateway(more: Readonly<Record<string, string>>): Promise<OwnGateway> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [inRepository('dist', 'gateway', 'src', 'main.js')], { env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...settingsOf(port), ...more }, stdio: 'ignore' });
  const own = { url, stop: () => stopped(child) };
  for (const deadline = Date.now() + 30_000; !(await ready(url)); await sleep(50)) {
    if (child.exitCode === null && Date.now() < deadline) continue;
    await own.stop();
    throw new Error('the second gateway did not get ready');
  }
  return own;
}

function settingsOf(port: number): Record<string, string> {
  const names = SERVICES.map(({ name }) => name);
  return {
    SCHAKEL_PORT: String(port),
    SCHAKEL_LOG_LEVEL: 'warn',
    SCHAKEL_DRAIN_MS: '0',
    SCHAKEL_SUBGRAPHS: names.map((name) => `${name}=${serviceUrl(name)}/graphql`).join(','),
    SCHAKEL_ENVELOPE_KEYS: names.map((name) => `${name}=${envelopeKeyOf(name).toString('base64url')}`).join(','),
    SCHAKEL_ISSUER: issuer,
    SCHAKEL_JWKS_URL: `${issuer}/jwks`,
    SCHAKEL_BUSINESS_DATE: `file:${businessDateFile(readStackSettings(process.env))}`,
  };
}

async function ready(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`).then(({ status }) => status === 200, () => false);
}

function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
