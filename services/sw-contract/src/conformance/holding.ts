// Places are held, released and taken by one agreement at a time (invariants I1, I3 and I9).
import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import type { CompanyBench } from './bench.js';

type Bench = () => CompanyBench;

const TERMS = { termsVersion: 1, from: '2014-04-01', until: '2014-12-31', hoursPerWeek: '18', function: 'Inpakken' };

export function holdingRules(bench: Bench): void {
  winnerRules(bench);
  tombstoneRules(bench);
  otherHoldingRules(bench);
}

function winnerRules(bench: Bench): void {
  it('gives a place to exactly one of ten agreements that ask at once', async () => {
    const workplace = place(bench(), 0);
    const agreements = Array.from({ length: 10 }, () => randomUUID());
    const answers = await Promise.all(agreements.map((agreement) => bench().command('hold-workplace', { ...TERMS, agreement, workplace })));
    expect(answers.filter((answer) => answer['held'] === true)).toHaveLength(1);
    expect(answers.filter((answer) => answer['reason'] === 'TAKEN')).toHaveLength(9);
    expect(await statusOf(bench(), workplace)).toBe('HELD');
    const winner = agreements[answers.findIndex((answer) => answer['held'] === true)];
    expect(await bench().command('release-workplace', { agreement: winner, workplace })).toEqual({ released: true });
  });

  it('answers the same agreement the same, under the same and under another command id', async () => {
    const hold = { ...TERMS, agreement: randomUUID(), workplace: place(bench(), 1) };
    const id = randomUUID();
    const first = await bench().command('hold-workplace', hold, { id });
    const again = await bench().command('hold-workplace', hold, { id });
    const other = await bench().command('hold-workplace', hold);
    expect([first, again, other]).toEqual([{ held: true }, { held: true }, { held: true }]);
    await bench().command('release-workplace', hold);
    expect(await statusOf(bench(), hold.workplace)).toBe('OPEN');
  });

  it('says why a place cannot be held', async () => {
    const agreement = randomUUID();
    const ask = (workplace: string) => bench().command('hold-workplace', { ...TERMS, agreement, workplace });
    expect(await ask(bench().id('W', bench().subject.closedWorkplace))).toEqual({ held: false, reason: 'CLOSED' });
    expect(await ask(bench().id('W', 'no-such-place.1'))).toEqual({ held: false, reason: 'UNKNOWN' });
    expect(await ask('elsewhere:W:1')).toEqual({ held: false, reason: 'UNKNOWN' });
  });
}

function tombstoneRules(bench: Bench): void {
  it('refuses the late copy of a hold that was released, and accepts that of a new coordinator', async () => {
    const hold = { ...TERMS, agreement: randomUUID(), workplace: place(bench(), 1) };
    await bench().command('hold-workplace', hold);
    expect(await bench().command('release-workplace', hold)).toEqual({ released: true });
    expect(await bench().command('hold-workplace', hold)).toEqual({ held: false, reason: 'CANCELLED' });
    expect(await statusOf(bench(), hold.workplace)).toBe('OPEN');
    bench().epoch += 1;
    expect(await bench().command('hold-workplace', hold)).toEqual({ held: true });
    await bench().command('release-workplace', hold);
  });

  it('refuses a hold that arrives after its own release', async () => {
    const hold = { ...TERMS, agreement: randomUUID(), workplace: place(bench(), 1) };
    expect(await bench().command('release-workplace', hold)).toEqual({ released: false });
    expect(await bench().command('hold-workplace', hold)).toEqual({ held: false, reason: 'CANCELLED' });
    expect(await statusOf(bench(), hold.workplace)).toBe('OPEN');
  });

  it('holds nothing after a hold and its own release that run at once', async () => {
    for (let round = 0; round < 10; round += 1) {
      const hold = { ...TERMS, agreement: randomUUID(), workplace: place(bench(), 1) };
      const both = [() => bench().command('hold-workplace', hold), () => bench().command('release-workplace', hold)];
      await Promise.all((round % 2 === 0 ? both : both.reverse()).map((send) => send()));
      expect(await statusOf(bench(), hold.workplace)).toBe('OPEN');
    }
  });

  it('holds for later terms of an agreement without a new epoch', async () => {
    const hold = { ...TERMS, agreement: randomUUID(), workplace: place(bench(), 1) };
    await bench().command('hold-workplace', hold);
    await bench().command('release-workplace', hold);
    expect(await bench().command('hold-workplace', { ...hold, termsVersion: 2 })).toEqual({ held: true });
    await bench().command('release-workplace', hold);
  });
}

function otherHoldingRules(bench: Bench): void {
  it('keeps a held place when the same records are delivered again', async () => {
    const hold = { ...TERMS, agreement: randomUUID(), workplace: place(bench(), 1) };
    await bench().command('hold-workplace', hold);
    await bench().importAll('\n');
    expect(await statusOf(bench(), hold.workplace)).toBe('HELD');
    await bench().command('release-workplace', hold);
  });

  it('takes commands from the directory only', async () => {
    const hold = { ...TERMS, agreement: randomUUID(), workplace: place(bench(), 1) };
    await expect(bench().command('hold-workplace', hold, { from: 'benefits' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await statusOf(bench(), hold.workplace)).toBe('OPEN');
  });
}

export function place(bench: CompanyBench, index: number): string {
  return bench.id('W', bench.subject.openWorkplaces[index] ?? 'none');
}

export async function statusOf(bench: CompanyBench, workplace: string): Promise<string | undefined> {
  const found = await bench.entity<{ status: string }>(bench.officer(), 'Workplace', workplace, 'status');
  return found?.status;
}
