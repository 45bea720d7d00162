/**
 * Guarantees that no field is planned or fetched that its viewer may not read, by whatever name, fragment, interface or filter it is asked;
 * what is left is answered, and the rest is null with the reason (architecture, decision 9; docs/errors.md).
 */
import type { KnownReadings } from '../authorization/known-readings.js';
import type { StepWork } from '../step.js';

export function authorizeFields(readings: KnownReadings): StepWork {
  return {
    operation: (exchange, resolved) => {
      const { viewer, operation } = exchange;
      if (!viewer || operation?.kind !== 'query') return;
      exchange.reading = readings.of(resolved, viewer);
    },
  };
}
