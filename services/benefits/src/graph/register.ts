/** The owner part of the ids of this register: `benefits:A:<number>`. */
import { parseId } from '#kernel/ids.js';

export const REGISTER = 'benefits';

/** The register's own number behind an id, null for an id of something else. */
export function numberOf(id: string, kind: string): string | null {
  const parts = parseId(id);
  return parts && parts.owner === REGISTER && parts.kind === kind ? parts.local : null;
}
