// An agreement on its way through one company, as the rules need it: its terms signed, its place held, its placement looked up.
import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import type { CompanyBench } from './bench.js';
import { place } from './holding.js';
import { acceptedBy } from './signing-request.js';

export interface ShownPlacement {
  readonly id: string;
  readonly status: string;
  readonly secondmentFeePerHour: string | null;
  readonly until: string | null;
  readonly agreement: { id: string } | null;
  readonly workplace: { id: string } | null;
  readonly employment: { id: string } | null;
  readonly hirer: { id: string; name: string } | null;
}

export const TERMS = {
  function: 'Inpakken', workForm: 'SECONDMENT_INDIVIDUAL', hoursPerWeek: '18', secondmentFeePerHour: '6.50',
  from: '2014-04-01', until: '2014-12-31',
};

export async function held(bench: CompanyBench, index: number) {
  const agreement = randomUUID();
  const workplace = place(bench, index);
  const hold = { agreement, workplace, termsVersion: 1, from: TERMS.from, until: TERMS.until, hoursPerWeek: TERMS.hoursPerWeek, function: TERMS.function };
  expect(await bench.command('hold-workplace', hold)).toEqual({ held: true });
  return { agreement, workplace, confirmation: { ...(await signedTerms(bench, agreement)), workplace, role: 'RECEIVING' } };
}

/** What a confirmation says of terms that this company signed. */
export async function signedTerms(bench: CompanyBench, agreement: string, changes: object = {}) {
  const terms = { ...TERMS, ...changes };
  return { ...terms, agreement, termsVersion: 1, termsHash: await acceptedBy(bench, agreement, terms) };
}

export async function placementsOf(bench: CompanyBench, agreement: string, businessDate = '2014-03-03'): Promise<ShownPlacement[]> {
  const fields = 'placements(first: 200) { nodes { id status secondmentFeePerHour until agreement { id } workplace { id } employment { id } hirer { id name } } }';
  const company = await bench.entity<{ placements: { nodes: ShownPlacement[] } }>(bench.officer(), 'SwCompany', bench.id('C', bench.subject.code), fields, { businessDate });
  return (company?.placements.nodes ?? []).filter((one) => one.agreement?.id === agreement);
}

export async function agreementAt(bench: CompanyBench, index: number): Promise<string> {
  const fields = 'placements(first: 200) { nodes { agreement { id } workplace { id } } }';
  const company = await bench.entity<{ placements: { nodes: ShownPlacement[] } }>(bench.officer(), 'SwCompany', bench.id('C', bench.subject.code), fields);
  const found = company?.placements.nodes.find((one) => one.agreement !== null && one.workplace?.id === place(bench, index));
  return found?.agreement?.id ?? '';
}

/** A placement of this agreement at the place with this index, confirmed. */
export async function confirmed(bench: CompanyBench, index: number) {
  const one = await held(bench, index);
  expect(await bench.command('confirm-agreement', one.confirmation)).toEqual({ confirmed: true });
  return one;
}
