/** The coordinator's place among the service's workers: it keeps the lease, goes over what is due, and tells an operator about what does not come on. */
import type { Logger } from '#kernel/log.js';
import type { Worker } from '#shell/service-definition.js';
import { NotCoordinating, type StuckAgreement } from '../domain/ports.js';
import type { Coordinator } from './coordinator.js';
import type { Lease } from './lease.js';

const RENEW_MS = 1_000;
/** A body that is back is asked soon; what is tried in vain waits by itself, ever longer. */
const ROUND_MS = 250;
const ALARM_MS = 5_000;

export interface Alarms {
  alarms(epoch: number): Promise<readonly StuckAgreement[]>;
}

export function coordinatorWorkers(coordinator: Coordinator, lease: Lease, alarms: Alarms, businessDate: () => string, logger: Logger): Worker[] {
  return [
    { name: 'coordinator-lease', everyMs: RENEW_MS, runOnce: () => lease.keep() },
    { name: 'coordinator', everyMs: ROUND_MS, runOnce: () => coordinator.round(businessDate()) },
    { name: 'coordinator-alarm', everyMs: ALARM_MS, runOnce: () => soundAlarms(lease, alarms, logger) },
  ];
}

async function soundAlarms(lease: Lease, alarms: Alarms, logger: Logger): Promise<void> {
  const epoch = await lease.held();
  if (epoch === null) return;
  const stuck = await alarms.alarms(epoch).catch((error: unknown) => {
    if (!(error instanceof NotCoordinating)) throw error;
    lease.lost(epoch);
    return [];
  });
  for (const one of stuck) logger.error({ event: 'alarm', ...one }, 'an agreement does not come on: see the runbook, An agreement stays RESERVING or COMMITTING');
}

/** Lines of the report: every agreement that does not come on now, by id. */
export function stuckReport(stuck: readonly StuckAgreement[]): string {
  const columns = (agreement: string, ...rest: string[]) => agreement.padEnd(40) + rest.map((one) => one.padStart(16)).join('');
  const header = columns('agreements that do not come on', 'step', 'code', 'attempts', 'seconds');
  const lines = stuck.map((one) => columns(one.agreement, one.step, one.code, String(one.attempts), String(one.seconds)));
  return [header, ...(lines.length > 0 ? lines : ['none'])].join('\n');
}
