/** The steps of the pipeline, with a clock beside each, and somebody at the door who sees requests come and answers go. */
import { step, type Step, type StepWork } from '../step.js';
import { NOBODY, type Observer } from './observer.js';

/** Nobody watches: the steps as they are. */
export function watchedSteps(steps: readonly Step[], observer: Observer): readonly Step[] {
  if (observer === NOBODY) return steps;
  const door = step('watch', 'any', [], { request: (exchange) => void (exchange.watch = observer.begin(exchange)) });
  const exit = step('watched', 'any', [], { answer: (exchange, answer) => observer.end(exchange, answer) });
  return [door, ...steps.map((one) => ({ ...one, ...timed(one, (from) => observer.step(one.name, performance.now() - from)) })), exit];
}

function timed({ request, body, operation, answer }: Step, took: (from: number) => void): StepWork {
  return {
    ...(request ? { request: (exchange) => later(() => request(exchange), took) } : {}),
    ...(body ? { body: (exchange, read) => now(() => body(exchange, read), took) } : {}),
    ...(operation ? { operation: (exchange, resolved) => later(() => operation(exchange, resolved), took) } : {}),
    ...(answer ? { answer: (exchange, leaving) => now(() => answer(exchange, leaving), took) } : {}),
  };
}

function now<T>(work: () => T, took: (from: number) => void): T {
  const from = performance.now();
  try {
    return work();
  } finally {
    took(from);
  }
}

/** A step that waits for nothing is not made to wait by being watched. */
function later(work: () => Promise<void> | void, took: (from: number) => void): Promise<void> | void {
  const from = performance.now();
  let promise: Promise<void> | void;
  try {
    promise = work();
  } catch (error) {
    took(from);
    throw error;
  }
  if (promise) return promise.finally(() => took(from));
  took(from);
}
