/** The scenario's subgraphs as a process of their own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { inRepository } from '../../../local/paths.js';
import type { Addresses } from './supergraph.js';

export interface RunningScenario {
  readonly addresses: Addresses;
  /** Questions that the subgraphs have had, all together. */
  calls(): Promise<number>;
  stop(): void;
}

/** On free ports; `supergraph`: the file that gets the supergraph with their addresses. */
export async function startScenario(supergraph: string): Promise<RunningScenario> {
  const child = spawn(process.execPath, [inRepository('dist', 'test', 'bench', 'scenario', 'main.js'), '0', supergraph], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const addresses = JSON.parse(line) as Addresses;
  const callsOf = async (url: string): Promise<number> => ((await (await fetch(url)).json()) as { calls: number }).calls;
  return {
    addresses,
    calls: async () => (await Promise.all(Object.values(addresses).map(callsOf))).reduce((sum, one) => sum + one, 0),
    stop: () => void child.kill(),
  };
}
