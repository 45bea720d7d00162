// Guarantees: who decides with or for the worker follows from what the terms touch and from a register, in one place for the check and for the refusal.
// Domain brief 2.11 (BW arts 1:381, 1:438, 1:450-453, 3:60) and 8.3 invariant 4.
import { decidersOf, type Deciders, holdsOn, type RepresentationRule, type Subject } from '#law/agreement/representation.js';
import type { Check } from './check.js';
import { dutchList } from './dutch.js';
import type { RepresentativeFacts, RepresentativeKind } from './facts.js';
import type { CanonicalTerms } from './terms.js';

const NAMES: Record<RepresentativeKind, string> = { CURATOR: 'een curator', MENTOR: 'een mentor', BENEFITS_ADMINISTRATOR: 'een bewindvoerder', AUTHORISED: 'een gemachtigde' };

/** Why a yes does not count yet. */
export const MISSING_SENTENCES: Record<RepresentativeKind, string> = {
  CURATOR: 'De curator beslist.',
  MENTOR: 'De mentor beslist mee.',
  BENEFITS_ADMINISTRATOR: 'De bewindvoerder beslist mee, want de voorwaarden gaan over geld.',
  AUTHORISED: 'De gemachtigde beslist mee.',
};

/** Work always; the worker's own money when the terms set his wage or what his travel costs. */
export function subjectsOf({ wagePercentage, transport }: Pick<CanonicalTerms, 'wagePercentage' | 'transport'>): readonly Subject[] {
  return wagePercentage === null && (transport?.costPerWeek ?? null) === null ? ['WORK'] : ['WORK', 'MONEY'];
}

/** Of these terms, on the day of the decision. */
export function decidersNow(representatives: readonly RepresentativeFacts[], terms: CanonicalTerms, rules: readonly RepresentationRule[], on: string): Deciders<RepresentativeFacts> {
  return decidersOf(representatives, subjectsOf(terms), rules, on);
}

/** Says nothing of who stands by this worker: what holds for anybody under these terms. */
export function representationCheck(terms: CanonicalTerms, rules: readonly RepresentationRule[], on: string): Check {
  const subjects = subjectsOf(terms);
  const inForce = rules.filter((rule) => subjects.includes(rule.subject) && holdsOn(rule, on));
  const kinds = (part: RepresentationRule['part']): string[] => [...new Set(inForce.filter((rule) => rule.part === part).map(({ kind }) => NAMES[kind]))];
  const sentence = (part: RepresentationRule['part'], one: string, many: string): string[] => (kinds(part).length === 0 ? [] : [`${dutchList(kinds(part))} ${kinds(part).length === 1 ? one : many}`]);
  const parts = [
    ...sentence('INSTEAD', 'beslist in zijn plaats', 'beslissen in zijn plaats'),
    ...sentence('BESIDE', 'beslist mee', 'beslissen mee'),
    ...sentence('MAY', 'mag voor hem beslissen', 'mogen voor hem beslissen'),
  ];
  const about = subjects.includes('MONEY') ? 'werk en geld' : 'werk';
  const text = `De werknemer beslist. Deze voorwaarden gaan over ${about}; heeft hij een vertegenwoordiger, dan geldt: ${parts.join('; ')}.`;
  return { code: 'REPRESENTATION', article: 'BW art. 1:381, 1:441 en 1:453', text, kind: 'POLICY', level: 'INFO', refusal: null };
}
