/** Asks one gateway the same question over a number of connections for a time, each connection as fast as it is answered. */
import { Connection, requestText } from './connection.js';

export interface Load {
  readonly port: number;
  readonly path: string;
  readonly body: string;
  /** Whole header lines of the n-th request, each with its line end. */
  readonly headers: (index: number) => string;
  readonly connections: number;
  readonly milliseconds: number;
  /** The length that every answer must have. */
  readonly answerLength: number;
}

export interface Driven {
  readonly milliseconds: number;
  /** Of every answered request, in milliseconds. */
  readonly latencies: readonly number[];
  /** Answers of another status or another length, and connections that failed. */
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
      const request = requestText(load.path, load.headers(asked++), load.body);
      const from = performance.now();
      const reply = await connection.ask(request).catch(() => null);
      latencies.push(performance.now() - from);
      if (reply?.status !== 200 || reply.body.length !== load.answerLength) wrong += 1;
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: load.connections }, one));
  return { milliseconds: performance.now() - started, latencies, wrong };
}
