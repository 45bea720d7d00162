/** Guarantees that no client speaks in the name of the gateway: headers that mean something between our own services are removed first. */
import type { StepWork } from '../step.js';

/** Who one is, what one may, for whom and when: said by the token and by us, under whatever of these beginnings a client says it. */
const RESERVED = /^x-(?:schakel|role|body|viewer|user|subject|scope|client|azp|actor|tenant|purpose|on-behalf-of|mandate|business-date|deadline|request-id|forwarded-(?:user|email|groups|preferred)|remote-user|auth|original-(?:url|method)|http-method)/;

export function stripReservedHeaders(): StepWork {
  return {
    request: ({ headers }) => {
      for (const name of [...headers.keys()]) if (RESERVED.test(name)) headers.delete(name);
    },
  };
}
