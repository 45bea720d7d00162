/** With what status a service answers a fault, outside GraphQL. */
import type { Fault } from '#kernel/faults.js';

export const HTTP_OF_FAULT: Readonly<Record<Fault['code'], number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  LIMIT_EXCEEDED: 413,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};
