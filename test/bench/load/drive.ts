/** Asks one gateway the same question over a number of connections for a time, each connection as fast as it is answered. */
import { Connection, requestText } from './connection.js';
import type { Reply } from './response-reader.js';

export interface Load {
  readonly port: number;
  readonly path: string;
  /** JSON; of the n-th request. */
  readonly body: (index: number) => string;
  /** Whole header lines of the n-th request, each with its line end. */
  readonly headers: (index: number) => string;
  readonly connections: number;
  readonly milliseconds: number;
  readonly right: (reply: Reply) => boolean;
}

export interface Driven {
  readonly milliseconds: number;
  /** Of every answered request, in milliseconds. */
  readonly latencies: readonly number[];
  /** Answers that were not right, and connections that failed. */
  readonly wrong: number;
}

export async function drive(load: Load): Promise<Driven> {
  const latencies: number[] = [];
  const started = performance.now();
  const until = started + load.milliseconds;
  let [asked, wrong] = [0, 0];
  const one = async (): Promise<void> => {
    const connection = new Connection(load.port);
    while (performance.now() < until) {
      const index = asked++;
      const request = requestText(load.path, load.headers(index), load.body(index));
      const from = performance.now();
      const reply = await connection.ask(request).catch(() => null);
      latencies.push(performance.now() - from);
      if (!reply || !load.right(reply)) wrong += 1;
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: load.connections }, one));
  return { milliseconds: performance.now() - started, latencies, wrong };
}
