/** The running test stack as test files see it: doors, demo users, the business date, processes that can be made to hang, logs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { moveBusinessDate, readBusinessDate } from '../../local/business-date.js';
import { GraphClient, signIn } from '../../local/demo/graph-client.js';
import { whileHanging as hangWhile } from '../../local/demo/hanging.js';
import { silentNarrator } from '../../local/demo/narrator.js';
import { openWorld, type World } from '../../local/demo/world.js';
import { DEMO_USERS } from '../../local/demo-users.js';
import { DEVELOPMENT_FEDERATION_KEY } from '../../local/development-keys.js';
import { serviceNamed } from '../../local/services.js';
import { baseUrl, gatewayUrl, issuerUrl, logsDir, readStackSettings } from '../../local/settings.js';
import { pseudonymOf } from '#kernel/pseudonym.js';

const settings = readStackSettings(process.env);

export const url = gatewayUrl(settings);
export const issuer = issuerUrl(settings);
export const serviceUrl = (name: string): string => baseUrl(settings, serviceNamed(name).portOffset);
export const dataDir = settings.dataDir;

/** A demo user at the gateway; another purpose than his usual one only when asked. */
export async function as(user: string, purpose = DEMO_USERS.find((one) => one.user === user)?.purpose ?? ''): Promise<GraphClient> {
  return new GraphClient(url, await signIn(issuer, user, purpose));
}

export const today = (): string => readBusinessDate(settings);

/** Moves the date for `work` and back after it; test files run one after the other, so nobody else sees it. */
export async function onDate<T>(date: string, work: () => Promise<T>): Promise<T> {
  const before = today();
  moveBusinessDate(settings, date);
  try {
    return await work();
  } finally {
    moveBusinessDate(settings, before);
  }
}

export const whileHanging = <T>(service: string, work: () => Promise<T>): Promise<T> => hangWhile(settings, service, work);

/** Person id of a generated person, the same at every body of the federation. */
export function personOf(bsn: string): string {
  return pseudonymOf(Buffer.from(DEVELOPMENT_FEDERATION_KEY, 'base64url'), bsn);
}

export function storyWorld(): Promise<World> {
  return openWorld({ gatewayUrl: url, issuerUrl: issuer, say: silentNarrator(), whileHanging, moveDate: (date) => Promise.resolve(void moveBusinessDate(settings, date)) });
}

/** The lines that a process wrote, parsed. */
export function logLines(service: string): Record<string, unknown>[] {
  const text = readFileSync(join(logsDir(settings), `${service}.log`), 'utf8');
  return text.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Record<string, unknown>] : []));
}
