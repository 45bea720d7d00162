/** Clients that ask one question after the other over kept connections, as a load balancer does, and remember how each ended. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';

/** How a client is told that nobody is in: no listener, or a connection that the system or the supervisor had taken and no gateway saw. */
export const NOT_IN = ['ECONNREFUSED', 'ECONNRESET', 'UND_ERR_SOCKET'];

export interface Load {
  readonly answered: () => number;
  /** Requests that were answered with something else than 200, or not at all, with the reason. */
  readonly failed: () => readonly string[];
  stop(): Promise<void>;
}

/** `origin` is asked for each request anew. */
export function steadyLoad(origin: () => string, clients = 8): Load {
  const failed: string[] = [];
  const pools = new Map<string, Pool>();
  let answered = 0;
  const ending = new AbortController();
  const poolOf = (address: string): Pool => {
    const pool = pools.get(address) ?? new Pool(address, { connections: clients });
    pools.set(address, pool);
    return pool;
  };
  const one = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      try {
        const { statusCode, body } = await poolOf(origin()).request({ method: 'POST', path: '/graphql', headers: { 'content-type': 'application/json' }, body: '{"query":"{ hello }"}' });
        const text = await body.text();
        if (statusCode === 200 && text.includes('"hello":"hi"')) answered += 1;
        else failed.push(`${statusCode} ${text}`);
      } catch (error) {
        failed.push((error as { code?: string }).code ?? String(error));
        await sleep(20);
      }
    }
  };
  const running = Promise.all(Array.from({ length: clients }, one));
  return {
    answered: () => answered,
    failed: () => failed,
    stop: async () => {
      ending.abort();
      await running;
      await Promise.all([...pools.values()].map((pool) => pool.destroy()));
    },
  };
}
