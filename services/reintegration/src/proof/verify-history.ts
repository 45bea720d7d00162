/**
 * Does the history tell the agreement that the export states? Pure.
 * Guarantees: entries without a gap, only events that may come in the state they find, the fold equal to the row, and a decision only on terms
 * that every required party had accepted, after which the terms stay (security-and-reliability I2, I3, I7).
 */
import { canonicalJson } from '#kernel/canonical.js';
import type { Agreement, AgreementEvent, HistoryEntry } from '../domain/agreement.js';
import { begin, evolve, fold } from '../domain/evolve.js';
import { openParties } from '../domain/standing.js';
import type { ExportContent, ExportedEntry } from './export-document.js';
import { mayCome } from './legal-order.js';

/** In every agreement somebody acts in these; who, the register of authority says. */
const REQUIRED = ['RESIDENCE_AUTHORITY', 'FORMAL_EMPLOYER', 'PLACING_COMPANY', 'RECEIVING_COMPANY'];

export function historyFaults({ history, agreement }: ExportContent): string[] {
  const faults = [...numberFaults(history), ...stepFaults(history)];
  if (faults.length > 0) return faults;
  const folded = fold(history.map(({ revision, version, event }): HistoryEntry => ({ revision, version, event: eventOf(event) })));
  return canonicalJson(withoutNulls(folded)) === canonicalJson(withoutNulls(agreement)) ? [] : ['the agreement is not what its history makes it'];
}

/** A member that is null and one that is not there say the same; a row that is older than the member lacks it. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== null && inner !== undefined).map(([name, inner]) => [name, withoutNulls(inner)]));
}

/** In an export facts and free texts are hashes; no rule looks at them. */
export function eventOf(event: ExportedEntry['event']): AgreementEvent {
  return event as unknown as AgreementEvent;
}

function numberFaults(history: readonly ExportedEntry[]): string[] {
  return history.flatMap(({ revision, version, actorBody }, index) => {
    const raised = version - (history[index - 1]?.version ?? 0);
    const gapless = revision === index + 1 && (raised === 0 || raised === 1) && (index > 0 || raised === 1);
    const ownStep = actorBody === null && raised !== 0;
    return gapless && !ownStep ? [] : [`entry ${index + 1}: wrong number of revision or version`];
  });
}

function stepFaults(history: readonly ExportedEntry[]): string[] {
  const faults: string[] = [];
  let before: Agreement | null = null;
  for (const { revision, event: written } of history) {
    const event = eventOf(written);
    const after: Agreement | null = stepTo(before, event);
    if (!after || !mayCome(before, event, after)) return [...faults, `entry ${revision}: ${event.type} cannot come ${before ? `in ${before.state}` : 'first'}`];
    if (event.type === 'DECIDED') faults.push(...decisionFaults(after).map((what) => `entry ${revision}: ${what}`));
    if (before?.decided && after.current.hash !== before.current.hash) faults.push(`entry ${revision}: the terms were changed after the decision`);
    before = after;
  }
  return before ? faults : ['there is no history'];
}

/** Null where nothing can begin, or a second time. */
function stepTo(before: Agreement | null, event: AgreementEvent): Agreement | null {
  if (event.type === 'PROPOSED') return before === null ? begin(event) : null;
  return before && evolve(before, event);
}

function decisionFaults({ parties, acceptances, current, ...rest }: Agreement): string[] {
  const missing = REQUIRED.filter((role) => !parties.some((party) => party.role === role));
  const open = openParties({ parties, acceptances, current, ...rest }).map((party) => party.role);
  const others = acceptances.filter((one) => one.termsVersion !== current.number).map((one) => one.role);
  return [...missing, ...open, ...others].map((role) => `decided without the acceptance of ${role}`);
}
