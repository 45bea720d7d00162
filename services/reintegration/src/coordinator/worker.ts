/** The coordinator's place among the service's workers: every second a round over what is due on the business date. */
import type { Worker } from '#shell/service-definition.js';
import type { Coordinator } from './coordinator.js';

export function coordinatorWorker(coordinator: Coordinator, businessDate: () => string): Worker {
  return { name: 'coordinator', everyMs: 1_000, runOnce: () => coordinator.round(businessDate()) };
}
