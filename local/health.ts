/** Asks every process of a stack that runs whether it does its work; for people who are told otherwise. */
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findHome } from './postgres/home.js';
import { answersOk } from './processes.js';
import { SERVICES } from './services.js';
import { baseUrl, gatewayUrl, issuerUrl, logsDir, postgresPort, type StackSettings } from './settings.js';

export interface Silent {
  readonly name: string;
  readonly log: string;
}

const ASK_AGAIN_MS = 250;

/** True as soon as the gateway is ready; false when it is not within `patienceMs`. */
export async function gatewayReady(settings: StackSettings, patienceMs: number): Promise<boolean> {
  for (const deadline = Date.now() + patienceMs; ; await sleep(ASK_AGAIN_MS)) {
    if (await answersOk(`${gatewayUrl(settings)}/readyz`)) return true;
    if (Date.now() > deadline) return false;
  }
}

/** Those that do not answer that they are ready, the database first; empty when all is well. */
export async function silentProcesses(settings: StackSettings): Promise<readonly Silent[]> {
  const doors = [...SERVICES.map(({ name, portOffset }) => ({ name, url: baseUrl(settings, portOffset) })), { name: 'issuer', url: issuerUrl(settings) }, { name: 'gateway', url: gatewayUrl(settings) }];
  const asked = await Promise.all([
    databaseAnswers(settings).then((answers) => ({ answers, name: 'PostgreSQL', log: findHome(settings.dataDir)?.logFile ?? settings.dataDir })),
    ...doors.map(async ({ name, url }) => ({ answers: await answersOk(`${url}/readyz`), name, log: join(logsDir(settings), `${name}.log`) })),
  ]);
  return asked.filter(({ answers }) => !answers).map(({ name, log }) => ({ name, log }));
}

function databaseAnswers(settings: StackSettings): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port: postgresPort(settings), timeout: 2_000 });
    const end = (answers: boolean): void => {
      socket.destroy();
      resolve(answers);
    };
    socket.once('connect', () => end(true)).once('error', () => end(false)).once('timeout', () => end(false));
  });
}
