// A decided agreement becomes a taken place and a placement row, once, and ends on a given day (invariant I3).
import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { agreementAt, held, placementsOf, signedTerms } from './agreed-terms.js';
import type { CompanyBench } from './bench.js';
import { place, statusOf } from './holding.js';
import { leases } from './leases.js';

type Bench = () => CompanyBench;

export function carryingOutRules(bench: Bench): void {
  confirmingRules(bench);
  recordRules(bench);
}

function confirmingRules(bench: Bench): void {
  it('takes a held place and records one placement, however often it is confirmed', async () => {
    const { agreement, workplace, confirmation } = await held(bench(), 2);
    expect(await bench().command('confirm-agreement', confirmation)).toEqual({ confirmed: true });
    expect(await bench().command('confirm-agreement', confirmation)).toEqual({ confirmed: true });
    expect([await statusOf(bench(), workplace), await leases(bench(), agreement)]).toEqual(['TAKEN', 0]);
    const rows = await placementsOf(bench(), agreement);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ status: 'PLANNED', workplace: { id: workplace }, employment: null });
    expect(rows[0]?.hirer?.name).toBeTruthy();
  });

  it('keeps a taken place taken when a release comes late', async () => {
    const { agreement, workplace, confirmation } = await held(bench(), 3);
    await bench().command('confirm-agreement', confirmation);
    expect(await bench().command('release-workplace', { agreement, workplace }, { epoch: (bench().epoch += 1) })).toEqual({ released: false });
    expect(await statusOf(bench(), workplace)).toBe('TAKEN');
  });

  it('confirms nothing that it does not hold', async () => {
    const agreement = randomUUID();
    const confirmation = { ...(await signedTerms(bench(), agreement)), role: 'RECEIVING', workplace: place(bench(), 1) };
    await expect(bench().command('confirm-agreement', confirmation)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await statusOf(bench(), place(bench(), 1))).toBe('OPEN');
    expect(await placementsOf(bench(), agreement)).toEqual([]);
  });

  it('confirms only what it signed itself: this version, this hash, these terms', async () => {
    const { agreement, workplace, confirmation } = await held(bench(), 1);
    const id = randomUUID();
    const others = [{ termsVersion: 2 }, { termsHash: 'a'.repeat(64) }, { agreement: randomUUID() }, { hoursPerWeek: '36' }, { until: null }, { secondmentFeePerHour: '1' }, { function: 'Anders' }];
    for (const other of others) {
      await expect(bench().command('confirm-agreement', { ...confirmation, ...other }, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(bench().command('confirm-agreement', { ...confirmation, ...other, role: 'PLACING' }, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await statusOf(bench(), workplace)).toBe('HELD');
    expect(await placementsOf(bench(), agreement)).toEqual([]);
    expect(await bench().command('confirm-agreement', confirmation, { id })).toEqual({ confirmed: true });
    await bench().command('end-placement', { agreement, endsOn: '2014-03-03' });
  });
}

function recordRules(bench: Bench): void {
  it('shows the placing side its worker and the hirer, and the status of the day', async () => {
    const agreement = randomUUID();
    const employment = bench().id('E', bench().subject.employments[0]?.id ?? '');
    const confirmation = { ...(await signedTerms(bench(), agreement)), role: 'PLACING', employment, workplace: 'elsewhere:W:1', hirer: { id: 'kvk:90000017', name: 'Drukkerij De Gele Ster' } };
    expect(await bench().command('confirm-agreement', confirmation)).toEqual({ confirmed: true });
    const rows = await placementsOf(bench(), agreement);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ employment: { id: employment }, workplace: null, hirer: { id: 'kvk:90000017', name: 'Drukkerij De Gele Ster' } });
    const onStart = await placementsOf(bench(), agreement, '2014-04-01');
    expect(onStart[0]?.status).toBe('ACTIVE');
  });

  it('records every text that terms may hold, at its longest: after the decision nothing may be refused for its length', async () => {
    const agreement = randomUUID();
    const employment = bench().id('E', bench().subject.employments[0]?.id ?? '');
    const longest = { function: 'f'.repeat(500), hirer: { id: 'register:1', name: 'h'.repeat(500) }, hoursPerWeek: '0.01', secondmentFeePerHour: '500' };
    const confirmation = { ...(await signedTerms(bench(), agreement, longest)), role: 'PLACING', employment, workplace: 'elsewhere:W:1' };
    expect(await bench().command('confirm-agreement', confirmation)).toEqual({ confirmed: true });
    await bench().command('end-placement', { agreement, endsOn: '2014-03-03' });
  });

  it('completes one row when it is both the placing and the receiving company', async () => {
    const { agreement, workplace, confirmation } = await held(bench(), 4);
    const employment = bench().id('E', bench().subject.employments[1]?.id ?? '');
    await bench().command('confirm-agreement', { ...confirmation, employment });
    await bench().command('confirm-agreement', { ...confirmation, employment, role: 'PLACING' });
    const rows = await placementsOf(bench(), agreement);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ workplace: { id: workplace }, employment: { id: employment } });
  });

  it('ends a placement and frees its place from the day after', async () => {
    const { agreement, workplace } = { agreement: await agreementAt(bench(), 4), workplace: place(bench(), 4) };
    expect(await bench().command('end-placement', { agreement, endsOn: '2014-06-30' })).toEqual({ ended: true });
    const after = await placementsOf(bench(), agreement, '2014-07-01');
    expect(after[0]).toMatchObject({ status: 'ENDED', until: '2014-06-30' });
    const next = { agreement: randomUUID(), workplace, termsVersion: 1, hoursPerWeek: '18', function: 'Inpakken', until: null };
    expect(await bench().command('hold-workplace', { ...next, from: '2014-06-30' })).toEqual({ held: false, reason: 'TAKEN' });
    expect(await bench().command('hold-workplace', { ...next, from: '2014-07-01' })).toEqual({ held: true });
    expect(await bench().command('end-placement', { agreement: randomUUID(), endsOn: '2014-06-30' })).toEqual({ ended: false });
  });
}
