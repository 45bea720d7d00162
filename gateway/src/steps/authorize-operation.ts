/**
 * Guarantees that a command is done as a whole or not at all: a mutation, or a subscription, that names anything its viewer may not do or
 * read is refused before anything runs (AVG art. 5 lid 1 onder b; architecture, decision 9).
 */
import { forbidden, type Fault } from '#kernel/faults.js';
import type { KnownReadings } from '../authorization/known-readings.js';
import type { WhyHidden } from '../authorization/why-hidden.js';
import type { StepWork } from '../step.js';
import { PURPOSE_HEADER } from './purpose.js';

export function authorizeOperation(readings: KnownReadings): StepWork {
  return {
    operation: (exchange, resolved) => {
      const { viewer, operation } = exchange;
      if (!viewer || !operation || operation.kind === 'query') return;
      const reading = readings.of(resolved, viewer);
      if (reading.hidden.length > 0) throw refusalOf(reading.hidden.map(({ why }) => why));
      exchange.reading = reading;
    },
  };
}

/** Names the purposes that would do for all of it. */
function refusalOf(reasons: readonly WhyHidden[]): Fault {
  const [first, ...others] = reasons.map(({ purposes }) => purposes);
  const opening = (first ?? []).filter((code) => others.every((codes) => codes.includes(code)));
  if (reasons.every(({ reason }) => reason === 'PURPOSE') && opening.length > 0) return forbidden(`Dit mag u alleen met een passende doelbinding. Noem in ${PURPOSE_HEADER}: ${opening.join(', ')}.`);
  if (reasons.some(({ reason }) => reason === 'ROLE')) return forbidden('Dit mag u met uw rol niet, of u vraagt er iets bij dat u niet mag inzien.');
  if (reasons.some(({ reason }) => reason === 'SCOPE')) return forbidden('Dit mag u met dit programma niet.');
  return forbidden('Dit mag u met geen enkele doelbinding in één keer: vraag minder tegelijk.');
}
