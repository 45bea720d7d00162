/** The steps of the pipeline, with a clock beside each, and somebody at the door who sees requests come and answers go. */
import { Fault } from '#kernel/faults.js';
import type { Exchange } from '../exchange.js';
import { step, type Answer, type Step, type StepWork } from '../step.js';
import { NOBODY, type Observer } from './observer.js';
import { UNWATCHED, type Ending } from './watch.js';

/** Nobody watches: the steps as they are. */
export function watchedSteps(steps: readonly Step[], observer: Observer): readonly Step[] {
  if (observer === NOBODY) return steps;
  const door = step('watch', 'any', [], {
    request: (exchange) => void (exchange.watch = observer.begin(exchange)),
    body: (exchange, body) => {
      if (body.documentId !== undefined) exchange.watch.byId();
      return body;
    },
  });
  // What HTTP itself refuses never came to the door.
  const exit = step('watched', 'any', [], { answer: (exchange, answer) => (exchange.watch === UNWATCHED ? observer.begin(exchange) : exchange.watch).end(endingOf(exchange, answer)) });
  return [door, ...steps.map((one) => ({ ...one, ...timed(one, observer) })), exit];
}

function endingOf({ operation }: Exchange, { status, errors }: Answer): Ending {
  const codes = errors === undefined ? [] : [...new Set(errors.map(({ extensions }) => String(extensions?.['code'])))];
  return { status, kind: operation?.kind ?? 'none', operation: operation?.name ?? null, codes };
}

function timed({ name, request, body, operation, answer }: Step, observer: Observer): StepWork {
  const took = (from: number, thrown?: unknown): void => observer.step(name, performance.now() - from, thrown instanceof Fault ? thrown.code : null);
  return {
    ...(request ? { request: (exchange) => maybeLater(() => request(exchange), took) } : {}),
    ...(body ? { body: (exchange, read) => now(() => body(exchange, read), took) } : {}),
    ...(operation ? { operation: (exchange, resolved) => maybeLater(() => operation(exchange, resolved), took) } : {}),
    ...(answer ? { answer: (exchange, leaving) => now(() => answer(exchange, leaving), took) } : {}),
  };
}

type Took = (from: number, thrown?: unknown) => void;

function now<T>(work: () => T, took: Took): T {
  const from = performance.now();
  try {
    const result = work();
    took(from);
    return result;
  } catch (error) {
    took(from, error);
    throw error;
  }
}

/** A step that waits for nothing is not made to wait by being watched. */
function maybeLater(work: () => Promise<void> | void, took: Took): Promise<void> | void {
  const from = performance.now();
  try {
    const promise = work();
    if (promise) return settled(promise, from, took);
    took(from);
  } catch (error) {
    took(from, error);
    throw error;
  }
}

async function settled(promise: Promise<void>, from: number, took: Took): Promise<void> {
  try {
    await promise;
    took(from);
  } catch (error) {
    took(from, error);
    throw error;
  }
}
