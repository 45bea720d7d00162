// Guarantees: a company that asks whether it must keep a place is told what is true now: the calendar acts first, by the same compare-and-set as ever,
// so that after a no this agreement can never be decided on that place. Security-and-reliability section 3, trap (a); invariant I9.
import { z } from 'zod';
import { badInput, forbidden } from '#kernel/faults.js';
import type { Agreement } from '../domain/agreement.js';
import { onDate } from '../domain/commitment.js';
import type { AgreementStore } from '../domain/ports.js';
import { applyOwnSteps } from './end-replaced.js';
import { retrying } from './in-agreement.js';

const payloadSchema = z.object({ agreement: z.uuid(), workplace: z.string().max(160), termsVersion: z.int().min(1) });

export interface HoldStatusParts {
  readonly store: Pick<AgreementStore, 'transaction'>;
  /** Body of the company behind a service name; null for a service that is no company. */
  companyOf(service: string): string | null;
  /** The business date of this service, which is its one source. */
  today(): string;
  /** Instant on the business clock, ISO 8601. */
  instant(businessDate: string): string;
}

/** No command is remembered: a repeat is told what is true then. FORBIDDEN for anybody but the company that holds the place. */
export async function holdStatus(parts: HoldStatusParts, command: { readonly from: string; readonly payload: unknown }): Promise<{ keep: boolean }> {
  const company = parts.companyOf(command.from);
  if (company === null) throw forbidden();
  const parsed = payloadSchema.safeParse(command.payload);
  if (!parsed.success) throw badInput('De vraag naar een gereserveerde werkplek is niet te lezen.');
  const { agreement: id, workplace } = parsed.data;
  const agreement = await retrying(() => afterCalendar(parts, id, company));
  return { keep: agreement !== null && agreement.holding && agreement.current.terms.workplace === workplace };
}

function afterCalendar({ store, ...clock }: HoldStatusParts, id: string, company: string): Promise<Agreement | null> {
  const on = clock.today();
  return store.transaction(async (tx) => {
    const agreement = await tx.load(id);
    if (agreement === null) return null;
    if (agreement.current.terms.receivingBody !== company) throw forbidden();
    const events = onDate(agreement, on);
    return events.length === 0 ? agreement : applyOwnSteps(tx, agreement, events, { viewer: null, at: clock.instant(on), on });
  });
}
