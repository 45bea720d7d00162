/** What the refusal of a field can say: whether another purpose, another role or another program would show it (docs/errors.md). */
import { isOpen, openingPurposes, rightsOf, type FieldPolicy } from '#kernel/field-policy.js';
import type { Purpose } from '#kernel/registers.js';
import { SCOPES, type Viewer } from '#kernel/viewer.js';

export interface WhyHidden {
  readonly reason: 'PURPOSE' | 'ROLE' | 'SCOPE';
  /** Codes of the purposes that would show it to this viewer; with SCOPE: once his program is allowed, and empty when the present one would do. */
  readonly purposes: readonly string[];
}

/** `asked`: everything that the field asks, not only what is lacking: another purpose can lose as well as win. */
export function whyHidden(asked: readonly FieldPolicy[], viewer: Viewer, purposes: readonly Purpose[]): WhyHidden {
  const opening = openingAll(asked, viewer, purposes);
  if (opening.length > 0) return { reason: 'PURPOSE', purposes: opening };
  const allowed = { ...viewer, scopes: SCOPES };
  if (asked.every((policy) => isOpen(policy, rightsOf(allowed, purposes)))) return { reason: 'SCOPE', purposes: [] };
  const later = openingAll(asked, allowed, purposes);
  return { reason: later.length > 0 ? 'SCOPE' : 'ROLE', purposes: later };
}

export function sentenceFor({ reason, purposes }: WhyHidden, viewer: Viewer): string {
  if (reason === 'ROLE') return 'Dit veld mag u met uw rol niet inzien.';
  if (reason === 'SCOPE') return 'Dit veld mag u met dit programma niet inzien.';
  const now = viewer.purpose === null ? 'zonder doelbinding' : `voor de doelbinding ${viewer.purpose}`;
  return `Dit veld mag u ${now} niet inzien. Wel met: ${purposes.join(', ')}.`;
}

/** The purposes that open all of it, and that the viewer's roles can name. */
function openingAll(asked: readonly FieldPolicy[], viewer: Viewer, purposes: readonly Purpose[]): string[] {
  const nameable = purposes.filter(({ roles }) => viewer.roles.some((role) => roles.includes(role)));
  return asked.reduce((left, policy) => openingPurposes(policy, viewer, left), nameable as readonly Purpose[]).map(({ code }) => code);
}
