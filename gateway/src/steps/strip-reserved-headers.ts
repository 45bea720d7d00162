/** Guarantees that no client speaks in the name of the gateway: headers that mean something between our own services are removed first. */
import type { StepWork } from '../step.js';

const RESERVED_PREFIX = 'x-schakel-';
const RESERVED = new Set(['x-role', 'x-roles', 'x-body', 'x-viewer', 'x-user', 'x-subject', 'x-purpose', 'x-on-behalf-of', 'x-business-date', 'x-deadline', 'x-request-id']);

export function stripReservedHeaders(): StepWork {
  return {
    request: ({ headers }) => {
      for (const name of [...headers.keys()]) if (name.startsWith(RESERVED_PREFIX) || RESERVED.has(name)) headers.delete(name);
    },
  };
}
