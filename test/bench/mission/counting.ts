/** What one operation costs: questions to services and statements in their databases, as each service says it in its log; and the statements of the merged server. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from './load.js';
import type { Measured } from './operations.js';
import type { Site } from './site.js';

export interface Cost {
  /** Questions that the gateway put to services. */
  readonly subgraphCalls: number;
  /** Questions that services put to each other for it. */
  readonly betweenServices: number;
  /** SELECTs of all services, without begin, settings, log and commit. */
  readonly statements: number;
  /** SELECTs of the merged server, counted likewise. */
  readonly mergedStatements: number;
  /** Bytes of the answer. */
  readonly bytes: number;
}

interface Line {
  readonly from: string;
  readonly statements: number;
}

/** A service writes its line after its answer has left. */
const LINES_MS = 300;

export async function costOf(site: Site, services: readonly string[], operation: Measured): Promise<Cost> {
  const [federation, merged] = [new Client(site.federation, 1), new Client(site.merged, 1)];
  try {
    const { requestId, bytes } = await federation.ask(operation, 0);
    const { statements: mergedStatements } = await merged.ask(operation, 0);
    await sleep(LINES_MS);
    return { ...summed(services.flatMap((service) => questions(site.logOf(service), requestId))), mergedStatements, bytes };
  } finally {
    await Promise.all([federation.close(), merged.close()]);
  }
}

function questions(lines: readonly Record<string, unknown>[], requestId: string): Line[] {
  const own = lines.filter((line) => line['requestId'] === requestId && line['msg'] === 'question');
  return own.map((line) => ({ from: String(line['from']), statements: Number(line['statements']) }));
}

export function summed(lines: readonly Line[]): Pick<Cost, 'subgraphCalls' | 'betweenServices' | 'statements'> {
  const fromGateway = lines.filter(({ from }) => from === 'gateway').length;
  return { subgraphCalls: fromGateway, betweenServices: lines.length - fromGateway, statements: lines.reduce((sum, { statements }) => sum + statements, 0) };
}
