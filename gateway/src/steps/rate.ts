/**
 * Guarantees that nobody, and no body, asks without end: so many requests per minute, and so many people looked up by their number, whether
 * in one request with a thousand aliases or in a thousand requests. The events of a stream are not counted: nobody asked for them.
 */
import { Fault } from '#kernel/faults.js';
import { lookUpsIn } from '../rates/look-ups.js';
import type { RateLimits, Rates } from '../rates/rate-limits.js';
import type { Exchange } from '../exchange.js';
import { isResolved, perOperation } from '../per-operation.js';
import type { StepWork } from '../step.js';
import { faultIn } from './public-error.js';

export class TooFast extends Fault {
  constructor(
    what: keyof Rates,
    readonly seconds: number,
  ) {
    const sentence = what === 'requests' ? 'U, of uw organisatie, stelt te veel vragen achter elkaar.' : 'U, of uw organisatie, zoekt te veel mensen achter elkaar op.';
    super('LIMIT_EXCEEDED', `${sentence} Probeer het over ${seconds} seconden opnieuw.`);
  }
}

export function rate(limits: RateLimits): StepWork {
  const use = async (what: keyof Rates, { viewer, arrival }: Exchange, times: number): Promise<void> => {
    const wait = viewer && arrival !== 'event' ? await limits.use(what, viewer, times) : 0;
    if (wait > 0) throw new TooFast(what, wait);
  };
  const lookUps = perOperation(({ document, operation, schema }) => lookUpsIn(document, operation, schema));
  return {
    request: (exchange) => use('requests', exchange, 1),
    operation: (exchange, resolved) => {
      const times = isResolved(resolved) ? lookUps(resolved) : 0;
      return times > 0 ? use('lookUps', exchange, times) : undefined;
    },
    answer: (_exchange, answer) => {
      const fault = answer.causes.map(faultIn).find((one) => one instanceof TooFast);
      if (!fault) return;
      answer.status = 429;
      answer.headers.set('retry-after', String(fault.seconds));
    },
  };
}
