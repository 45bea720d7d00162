// A placement is interrupted and taken up again without anything of it being changed (domain brief 8.4, case 13).
import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { confirmed, placementsOf } from './agreed-terms.js';
import type { CompanyBench } from './bench.js';

export function suspendingRules(bench: () => CompanyBench): void {
  it('shows a placement suspended from the first day on, and active again from the day of resuming', async () => {
    const { agreement } = await confirmed(bench(), 1);
    const [before] = await placementsOf(bench(), agreement, '2014-05-01');
    for (let twice = 0; twice < 2; twice += 1) expect(await bench().command('suspend-placement', { agreement, from: '2014-05-01' })).toEqual({ suspended: true });
    expect(await statuses(bench(), agreement)).toEqual(['PLANNED', 'ACTIVE', 'SUSPENDED', 'SUSPENDED', 'ENDED']);
    expect(await bench().command('resume-placement', { agreement, on: '2014-06-01' })).toEqual({ resumed: true });
    expect(await bench().command('resume-placement', { agreement, on: '2014-06-02' })).toEqual({ resumed: false });
    expect(await statuses(bench(), agreement)).toEqual(['PLANNED', 'ACTIVE', 'SUSPENDED', 'ACTIVE', 'ENDED']);
    expect(await placementsOf(bench(), agreement, '2014-05-01')).toEqual([{ ...before, status: 'SUSPENDED' }]);
    await over(bench(), agreement);
  });

  it('suspends again, also on the day of resuming, and covers no day when it is resumed on its first', async () => {
    const { agreement } = await confirmed(bench(), 1);
    await bench().command('suspend-placement', { agreement, from: '2014-05-01' });
    await bench().command('resume-placement', { agreement, on: '2014-05-01' });
    expect(await statuses(bench(), agreement)).toEqual(['PLANNED', 'ACTIVE', 'ACTIVE', 'ACTIVE', 'ENDED']);
    await bench().command('suspend-placement', { agreement, from: '2014-05-01' });
    expect((await statuses(bench(), agreement))[2]).toBe('SUSPENDED');
    await over(bench(), agreement);
  });

  it('finds it under SUSPENDED and not under ACTIVE, and in force on the day all the same', async () => {
    const { agreement } = await confirmed(bench(), 1);
    await bench().command('suspend-placement', { agreement, from: '2014-05-01' });
    const found = (filter: string) => ids(bench(), filter, '2014-05-02');
    const [shown] = await placementsOf(bench(), agreement, '2014-05-02');
    for (const filter of ['status: SUSPENDED', 'on: "2014-05-02"']) expect(await found(filter)).toContain(shown?.id);
    for (const filter of ['status: ACTIVE', 'status: ENDED', 'status: PLANNED']) expect(await found(filter)).not.toContain(shown?.id);
    expect(await ids(bench(), 'status: ACTIVE', '2014-04-30')).toContain(shown?.id);
    await over(bench(), agreement);
    expect(await found('status: SUSPENDED')).not.toContain(shown?.id);
  });

  it('has nothing to resume for an agreement that it does not know, and suspends no other placement', async () => {
    expect(await bench().command('resume-placement', { agreement: randomUUID(), on: '2014-06-01' })).toEqual({ resumed: false });
    const { agreement } = await confirmed(bench(), 1);
    await bench().command('suspend-placement', { agreement: randomUUID(), from: '2014-04-01' });
    expect((await statuses(bench(), agreement))[1]).toBe('ACTIVE');
    await over(bench(), agreement);
  });
}

/** Before the start, on it, on the first day of the suspension, a month later, after the end. */
async function statuses(bench: CompanyBench, agreement: string): Promise<unknown[]> {
  const days = ['2014-03-31', '2014-04-01', '2014-05-01', '2014-06-01', '2015-01-01'];
  return Promise.all(days.map(async (day) => (await placementsOf(bench, agreement, day))[0]?.status));
}

async function ids(bench: CompanyBench, filter: string, businessDate: string): Promise<string[]> {
  const fields = `placements(first: 200, filter: { ${filter} }) { nodes { id } }`;
  const company = await bench.entity<{ placements: { nodes: { id: string }[] } }>(bench.officer(), 'SwCompany', bench.id('C', bench.subject.code), fields, { businessDate });
  return (company?.placements.nodes ?? []).map((one) => one.id);
}

/** Ends before it began, so that the place is free for the next rule; an end is an end also while suspended. */
async function over(bench: CompanyBench, agreement: string): Promise<void> {
  expect(await bench.command('end-placement', { agreement, endsOn: '2014-03-03' })).toEqual({ ended: true });
  expect((await placementsOf(bench, agreement, '2014-05-02'))[0]?.status).toBe('ENDED');
}
