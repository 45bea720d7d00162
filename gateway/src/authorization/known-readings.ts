/**
 * Readings, worked out once for each operation and each set of rights, and kept with the operation. Guarantees that nobody is read by the reading of
 * somebody with other rights, and that a question whose variables have a say in it is read anew every time.
 */
import type { Purpose } from '#kernel/registers.js';
import type { Viewer } from '#kernel/viewer.js';
import { BoundedCache } from '../bounded-cache.js';
import { isResolved, perOperation } from '../per-operation.js';
import type { Resolved } from '../step.js';
import type { PolicyTables } from './policy-tables.js';
import { readingOf, type Reading } from './reading.js';

/** Sets of rights for one operation: a role or two, a purpose, and what the application may. */
const RIGHTS_EACH = 16;

export class KnownReadings {
  private readonly known = perOperation(() => new BoundedCache<string, Reading>(RIGHTS_EACH));

  constructor(
    private readonly tables: PolicyTables,
    private readonly purposes: readonly Purpose[],
    /** Whether the engine loses what stands in fragments on types where the type is not asked. */
    private readonly losesTypes: boolean,
  ) {}

  of(resolved: Resolved, viewer: Viewer): Reading {
    if (!isResolved(resolved)) throw new TypeError('no operation to read');
    const ofOperation = this.known(resolved);
    const rights = rightsKey(viewer);
    const known = ofOperation.get(rights);
    if (known) return known;
    const reading = readingOf(resolved, { table: this.tables.of(resolved.schema), viewer, purposes: this.purposes, losesTypes: this.losesTypes });
    if (!reading.heedsVariables) ofOperation.set(rights, reading);
    return reading;
  }
}

/** All of a viewer that `rightsOf` and `whyHidden` look at: not who he is, nor of which body. */
function rightsKey({ roles, scopes, purpose }: Viewer): string {
  return JSON.stringify([roles, scopes, purpose]);
}
