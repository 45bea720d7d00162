/**
 * Guarantees that a named purpose (doelbinding, header `x-doelbinding`) exists and belongs to one of the viewer's roles
 * (AVG art. 5 lid 1 onder b). No purpose, or an empty one, is allowed here; without one nobody sees personal data.
 */
import { forbidden } from '#kernel/faults.js';
import type { Purpose } from '#kernel/registers.js';
import { hasRole } from '#kernel/viewer.js';
import type { StepWork } from '../step.js';

export const PURPOSE_HEADER = 'x-doelbinding';

export function purpose(purposes: readonly Purpose[]): StepWork {
  return {
    request: (exchange) => {
      const code = exchange.headers.get(PURPOSE_HEADER);
      const { viewer } = exchange;
      if (code === undefined || code === '' || viewer === null) return;
      const open = purposes.filter(({ roles }) => hasRole(viewer, ...roles)).map((one) => one.code);
      if (!open.includes(code)) throw forbidden(`Deze doelbinding past niet bij uw rol. Toegestaan in ${PURPOSE_HEADER}: ${open.join(', ') || 'geen'}.`);
      exchange.viewer = { ...viewer, purpose: code };
    },
  };
}
