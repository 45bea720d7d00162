// Guarantees: talks about other terms for work that runs may be opened by each of its parties, as with a counter-proposal, and only while the work runs.
// Architecture section 5: an amendment is a new proposal that replaces the running agreement when it starts.
import type { Agreement } from './agreement.js';
import type { Refused } from './refusals.js';
import { mayTake, type Actor } from './standing.js';

export function mayAmend(agreement: Agreement, actor: Actor): Refused | null {
  return mayTake('AMEND', agreement, actor);
}
