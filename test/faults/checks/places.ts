/** I1: a place has one holder. I3: signed if and only if the place is taken with that version and both companies have the placement. I9: what left holds nothing. */
import type { AgreementKept, Bodies, CompanyKept } from '../bodies.js';
import type { Run, Violation } from '../violation.js';
import type { Holder } from '../holdings.js';
import { LEFT, PLACE_KEPT, SIGNED, TERMINAL } from './states.js';

export function oneHolderPerPlace({ bodies }: Run): Violation[] {
  const holders = bodies.companies.flatMap((company) => company.holders);
  const twice = twiceOf(holders.map((one) => [one.workplace, one.agreement]), 'holders at the company');
  const kept = bodies.agreements.filter((one) => PLACE_KEPT.includes(one.state));
  const promised = twiceOf(kept.map((one) => [one.workplace, one.id]), 'agreements that keep it');
  const torn = bodies.companies.flatMap((company) => company.contradictions.map(({ workplace, what }) => violation('I1', workplace, `${company.service}: ${what}`)));
  return [...twice, ...promised, ...torn];
}

/** Place to agreement, more than one agreement for one place. */
function twiceOf(pairs: readonly (readonly [string, string])[], what: string): Violation[] {
  const by = new Map<string, string[]>();
  for (const [place, agreement] of pairs) by.set(place, [...(by.get(place) ?? []), agreement]);
  return [...by].filter(([, agreements]) => agreements.length > 1).map(([place, agreements]) => violation('I1', place, `${what}: ${agreements.join(', ')}`));
}

export function signedIsTaken({ bodies }: Run): Violation[] {
  const signed = bodies.agreements.filter((one) => SIGNED.includes(one.state)).flatMap((one) => notTaken(bodies, one));
  const agreements = new Map(bodies.agreements.map((one) => [one.id, one]));
  const strangers = bodies.companies.flatMap((company) => company.holders.flatMap((holder) => strange(company, holder, agreements.get(holder.agreement))));
  const lost = bodies.agreements.filter((one) => PLACE_KEPT.includes(one.state) && !holderOf(bodies, one)).map((one) => violation('I3', one.id, `${one.state}, and ${one.receiving} keeps no place for it`));
  return [...signed, ...strangers, ...lost];
}

function notTaken(bodies: Bodies, agreement: AgreementKept): Violation[] {
  const { id, state, termsVersion, receiving, placing } = agreement;
  const holder = holderOf(bodies, agreement);
  const wrong = holder && (holder.state !== 'TAKEN' || holder.termsVersion !== termsVersion);
  const place = wrong ? [violation('I3', id, `${state} on terms ${termsVersion}, and ${receiving} says ${holder.state} on terms ${holder.termsVersion}`)] : [];
  const sides = [
    { service: receiving, has: placementsAt(bodies, receiving, id).some((one) => one.workplace !== null) },
    { service: placing, has: placementsAt(bodies, placing, id).some((one) => one.employment !== null) },
  ];
  return [...place, ...sides.filter(({ has }) => !has).map(({ service }) => violation('I3', id, `${state}, and ${service} has no placement of its side`))];
}

/** A place that is kept for an agreement which has no right to it. */
function strange(company: CompanyKept, holder: Holder, agreement: AgreementKept | undefined): Violation[] {
  if (!agreement) return [violation('I3', holder.agreement, `${company.service} keeps ${holder.workplace} for an agreement that nobody knows`)];
  if (TERMINAL.includes(agreement.state)) return [];
  const taken = holder.state === 'TAKEN' && !SIGNED.includes(agreement.state) && !agreement.decided;
  const held = holder.state === 'HELD' && !agreement.holding;
  return taken || held ? [violation('I3', agreement.id, `${company.service} says ${holder.state}, the agreement says ${agreement.state}, holding ${agreement.holding}`)] : [];
}

export function leftHoldsNothing({ bodies }: Run): Violation[] {
  const gone = new Map(bodies.agreements.filter((one) => TERMINAL.includes(one.state)).map((one) => [one.id, one.state]));
  const left = new Map([...gone].filter(([, state]) => LEFT.includes(state)));
  return bodies.companies.flatMap((company) => [
    ...company.holders.filter((one) => gone.has(one.agreement)).map((one) => violation('I9', one.agreement, `${gone.get(one.agreement)}, and ${company.service} keeps ${one.workplace} as ${one.state}`)),
    ...company.shared.filter((id) => left.has(id)).map((id) => violation('I9', id, `${left.get(id)}, and ${company.service} still lets the others read the employment`)),
    ...company.placements.filter((one) => left.has(one.agreement) && runs(one)).map((one) => violation('I9', one.agreement, `${left.get(one.agreement)}, and ${company.service} has a placement from ${one.from}`)),
  ]);
}

/** Of a placement that never began the last day lies before the first. */
const runs = ({ from, until }: { readonly from: string; readonly until: string | null }): boolean => until === null || until >= from;

const holderOf = (bodies: Bodies, { id, receiving, workplace }: AgreementKept): Holder | undefined =>
  bodies.companies.find((company) => company.service === receiving)?.holders.find((one) => one.agreement === id && one.workplace === workplace);

const placementsAt = (bodies: Bodies, service: string, id: string) =>
  bodies.companies.find((company) => company.service === service)?.placements.filter((one) => one.agreement === id) ?? [];

function violation(invariant: Violation['invariant'], subject: string, evidence: string): Violation {
  return { invariant, subject, evidence };
}
