/** Clients that keep to the mix, each with a pause after every errand, and what they found since they were last asked. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchIssuer } from '../kit/issuer.js';
import { Connection } from '../load/connection.js';
import { errandOf, type Kind } from './mix.js';

export interface Found {
  /** Of answered `light` questions, in milliseconds. */
  readonly latencies: number[];
  readonly asked: Map<Kind, number>;
  /** First words of answers that were not right. */
  readonly wrong: string[];
}

export class Clients {
  private found = fresh();
  private asked = 0;
  private going = true;
  private readonly all: Promise<void>[];

  constructor(
    private readonly port: number,
    private readonly issuer: BenchIssuer,
    count: number,
    private readonly pauseMs: number,
  ) {
    this.all = Array.from({ length: count }, () => this.run());
  }

  /** Since it was last asked. */
  take(): Found {
    const { found } = this;
    this.found = fresh();
    return found;
  }

  async stop(): Promise<void> {
    this.going = false;
    await Promise.all(this.all);
  }

  private async run(): Promise<void> {
    let connection = new Connection(this.port);
    while (this.going) {
      const { kind, request, right } = errandOf(this.asked++, this.issuer);
      this.found.asked.set(kind, (this.found.asked.get(kind) ?? 0) + 1);
      const from = performance.now();
      const answering = connection.ask(request).catch((error: unknown) => String(error));
      if (kind === 'walks-away') {
        await sleep(this.asked % 12);
        connection.close();
        await answering;
        connection = new Connection(this.port);
        continue;
      }
      const reply = await answering;
      if (kind === 'light') this.found.latencies.push(performance.now() - from);
      if (typeof reply === 'string' || !right(reply)) this.found.wrong.push(`${kind}: ${typeof reply === 'string' ? reply : `${reply.status} ${reply.body.toString('utf8', 0, 200)}`}`);
      await sleep(this.pauseMs);
    }
    connection.close();
  }
}

const fresh = (): Found => ({ latencies: [], asked: new Map(), wrong: [] });
