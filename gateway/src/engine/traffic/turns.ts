/**
 * So many questions to one subgraph at a time, and so many that wait, in order; who comes then is refused at once. Guarantees that a slow
 * subgraph holds a bounded number of requests, and of connections, of its own and none of another's.
 */
import type { SubgraphAnswer } from '../subgraph.js';
import { NoAnswer } from './no-answer.js';
import type { Send, Sending } from './sending.js';

export interface TurnBounds {
  readonly atATime: number;
  readonly waiting: number;
}

interface Waiter {
  readonly go: () => void;
  readonly refuse: (refusal: NoAnswer) => void;
}

export class Turns {
  underWay = 0;
  private readonly queue = new Set<Waiter>();

  constructor(private readonly bounds: TurnBounds) {}

  get waiting(): number {
    return this.queue.size;
  }

  limited(send: Send): Send {
    return async (sending) => {
      if (this.underWay < this.bounds.atATime) this.underWay += 1;
      else await this.turn(sending);
      return this.use(send, sending);
    };
  }

  /** Whoever waits is told at once that it is of no use. */
  refuseWaiting(): void {
    for (const waiter of [...this.queue]) waiter.refuse(new NoAnswer('open', { sent: false }));
  }

  private async use(send: Send, sending: Sending): Promise<SubgraphAnswer> {
    try {
      return await send(sending);
    } finally {
      this.handOn();
    }
  }

  /** To the first who waits; the number under way stays as it is then. */
  private handOn(): void {
    const [next] = this.queue;
    if (next) next.go();
    else this.underWay -= 1;
  }

  private turn({ deadline }: Sending): Promise<void> {
    if (this.queue.size >= this.bounds.waiting) throw new NoAnswer('busy', { sent: false });
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        clearTimeout(timer);
        this.queue.delete(waiter);
      };
      const waiter: Waiter = { go: () => (leave(), resolve()), refuse: (refusal) => (leave(), reject(refusal)) };
      const timer = setTimeout(() => waiter.refuse(new NoAnswer('busy', { sent: false })), Math.max(1, deadline - Date.now()));
      this.queue.add(waiter);
    });
  }
}
