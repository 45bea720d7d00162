// Tells the directory which persons are employed here: pointers only, in the same transaction as the import, so that the
// directory never misses an employment that this company serves (architecture decision 1).
import { formatId } from '#kernel/ids.js';
import { enqueue } from '#shell/outbox.js';
import { DIRECTORY } from './directory.js';
import type { Tx } from './port.js';

export interface EmploymentPointer {
  /** Pseudonym. */
  readonly person: string;
  /** Local id. */
  readonly employment: string;
  readonly from: string;
  readonly until: string | null;
}

export interface Announcing {
  /** Company code. */
  readonly code: string;
  /** How many employments the company holds now: the directory's report sets it beside what it knows. */
  readonly total: number;
  /** Of the import; without one the youngest day that the pointers speak of. */
  readonly businessDate: string | null;
}

const BATCH = 200;

/** Enqueues `announce-employments` messages of at most 200 pointers. */
export async function announceEmployments(tx: Tx, pointers: readonly EmploymentPointer[], { code, total, businessDate }: Announcing): Promise<void> {
  const employments = pointers.map((pointer) => ({
    person: pointer.person,
    employment: formatId({ owner: code, kind: 'E', local: pointer.employment }),
    from: pointer.from,
    until: pointer.until,
  }));
  const day = businessDate ?? pointers.reduce((latest, { from }) => (from > latest ? from : latest), '');
  for (let start = 0; start < employments.length; start += BATCH) {
    const payload = { employments: employments.slice(start, start + BATCH), total };
    await enqueue(tx, { to: DIRECTORY, verb: 'announce-employments', payload, businessDate: day });
  }
}
