import { describe, expect, it } from '@jest/globals';
import type { SubgraphAnswer } from '../subgraph.js';
import { CircuitBreaker } from './circuit-breaker.js';
import { NoAnswer } from './no-answer.js';
import type { Sending } from './sending.js';

const RULES = { failures: 3, windowMs: 10_000, pauseMs: 2_000, fairMs: 100 };
const QUESTION: Sending = { body: '', headers: () => [], deadline: 0, mutating: false };

class Bench {
  now = 1_000_000;
  sent = 0;
  opened = 0;
  outcome: () => Promise<SubgraphAnswer> = async () => ({ data: {} });
  readonly breaker = new CircuitBreaker(RULES, () => void (this.opened += 1), () => this.now);
  private readonly guarded = this.breaker.guarded(() => ((this.sent += 1), this.outcome()));

  /** The reasons, '' for an answer. */
  async ask(times: number, outcome = this.outcome): Promise<string[]> {
    this.outcome = outcome;
    const reasons: string[] = [];
    for (let n = 0; n < times; n += 1) reasons.push(await this.guarded(QUESTION).then(() => '', (error: unknown) => (error instanceof NoAnswer ? error.reason : 'bug')));
    return reasons;
  }

  once(): Promise<SubgraphAnswer> {
    return this.guarded(QUESTION);
  }
}

const failing = (reason: 'timeout' | 'connection' | 'unavailable' | 'status' | 'not-graphql' | 'busy', circumstances = {}) => () => Promise.reject(new NoAnswer(reason, circumstances));
const answering = async (): Promise<SubgraphAnswer> => ({ data: {} });

describe('the breaker of a subgraph', () => {
  it.each(['timeout', 'connection', 'unavailable'] as const)('opens after so much silence (%s): then nothing is sent, and who asks is refused at once', async (reason) => {
    const bench = new Bench();
    expect(await bench.ask(5, failing(reason))).toEqual([reason, reason, reason, 'open', 'open']);
    expect([bench.sent, bench.opened, bench.breaker.state]).toEqual([3, 1, 'open']);
  });

  it('never opens on an answer with errors, nor on one that is of no use', async () => {
    const bench = new Bench();
    await bench.ask(20, async () => ({ data: null, errors: [{ message: 'no' }] }));
    await bench.ask(20, failing('status'));
    await bench.ask(20, failing('not-graphql'));
    expect([bench.sent, bench.breaker.state]).toEqual([60, 'closed']);
  });

  it('does not hold against a subgraph what was never sent, or had no fair time', async () => {
    const bench = new Bench();
    await bench.ask(20, failing('busy', { sent: false }));
    await bench.ask(20, failing('timeout', { hadMs: 99 }));
    expect(bench.breaker.state).toBe('closed');
    await bench.ask(3, failing('timeout', { hadMs: 100 }));
    expect(bench.breaker.state).toBe('open');
  });

  it('stays closed while most are answered', async () => {
    const bench = new Bench();
    for (let n = 0; n < 20; n += 1) {
      await bench.ask(2, answering);
      await bench.ask(1, failing('timeout'));
    }
    expect(bench.breaker.state).toBe('closed');
  });

  it('forgets failures of long ago', async () => {
    const bench = new Bench();
    for (let n = 0; n < 20; n += 1) {
      await bench.ask(2, failing('connection'));
      bench.now += RULES.windowMs * 2;
    }
    expect(bench.breaker.state).toBe('closed');
  });

  it('lets one through after its pause; an answer closes it, silence opens it again', async () => {
    const bench = new Bench();
    await bench.ask(3, failing('connection'));
    bench.now += RULES.pauseMs;
    expect(await bench.ask(2, failing('connection'))).toEqual(['connection', 'open']);
    bench.now += RULES.pauseMs;
    expect(await bench.ask(3, answering)).toEqual(['', '', '']);
    expect([bench.breaker.state, bench.opened, bench.sent]).toEqual(['closed', 2, 7]);
  });

  it('while that one is under way all others are refused, and it may come to nothing without harm', async () => {
    const bench = new Bench();
    await bench.ask(3, failing('connection'));
    bench.now += RULES.pauseMs;
    let end: (error: NoAnswer) => void = () => undefined;
    bench.outcome = () => new Promise((_resolve, reject) => void (end = reject));
    const probe = bench.once();
    expect(await bench.ask(2)).toEqual(['open', 'open']);
    end(new NoAnswer('busy', { sent: false }));
    await expect(probe).rejects.toThrow('busy');
    expect(await bench.ask(1, answering)).toEqual(['']);
    expect(bench.breaker.state).toBe('closed');
  });
});
