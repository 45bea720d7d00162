// A place that is held for long: the company asks, and frees nothing by itself (security-and-reliability section 3, trap a).
import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { DIRECTORY } from '../directory.js';
import type { CompanyBench } from './bench.js';
import { place, statusOf } from './holding.js';

const TERMS = { termsVersion: 1, from: '2014-04-01', until: '2014-12-31', hoursPerWeek: '18', function: 'Inpakken' };

export function leaseRules(bench: () => CompanyBench): void {
  it('asks about a hold only when its time has run out, and keeps it as long as the directory says so', async () => {
    const hold = await heldPlace(bench());
    await watch(bench(), true);
    expect(bench().parties.asked).toEqual([]);
    await runOut(bench(), hold.agreement);
    await watch(bench(), true);
    expect(bench().parties.asked).toEqual([{ service: DIRECTORY, verb: 'hold-status', payload: { agreement: hold.agreement, workplace: hold.workplace, termsVersion: 1 } }]);
    await watch(bench(), false);
    expect(await statusOf(bench(), hold.workplace)).toBe('HELD');
    await bench().command('release-workplace', hold);
  });

  it('frees a place of which the directory says that nobody needs it, exactly as a release does', async () => {
    const hold = await heldPlace(bench());
    await runOut(bench(), hold.agreement);
    await watch(bench(), false);
    expect(await statusOf(bench(), hold.workplace)).toBe('OPEN');
    expect(await bench().command('hold-workplace', hold)).toEqual({ held: false, reason: 'CANCELLED' });
    expect(await leases(bench(), hold.agreement)).toBe(0);
    const told = await bench().parts.dataSource.query('select actor, verb from audit where subject = $1 order by seq', [hold.agreement]);
    expect(told).toEqual([{ actor: DIRECTORY, verb: 'hold-workplace' }, { actor: bench().parts.name, verb: 'release-workplace' }, { actor: DIRECTORY, verb: 'hold-workplace' }]);
  });

  it('keeps the place when nobody answers, or something else than yes or no, and asks later again', async () => {
    const hold = await heldPlace(bench());
    for (const answer of [null, { keep: 'misschien' }]) {
      await runOut(bench(), hold.agreement);
      await watch(bench(), answer);
      expect([await statusOf(bench(), hold.workplace), await leases(bench(), hold.agreement)]).toEqual(['HELD', 1]);
      await watch(bench(), false);
      expect(await statusOf(bench(), hold.workplace)).toBe('HELD');
    }
    await bench().command('release-workplace', hold);
    expect(await leases(bench(), hold.agreement)).toBe(0);
  });

  it('does not free a hold that was renewed while the question was under way', async () => {
    const hold = await heldPlace(bench());
    await runOut(bench(), hold.agreement);
    bench().parties.answer = async () => {
      await bench().command('hold-workplace', { ...hold, termsVersion: 2 });
      return { keep: false };
    };
    await bench().round('hold-watch');
    expect([await statusOf(bench(), hold.workplace), await leases(bench(), hold.agreement)]).toEqual(['HELD', 1]);
    await bench().command('release-workplace', { ...hold, termsVersion: 2 });
  });

  it('ends its round at the first question that nobody answers, and begins the next one with another', async () => {
    const one = await heldPlace(bench());
    const other = await heldPlace(bench(), 2);
    await runOut(bench(), one.agreement);
    await runOut(bench(), other.agreement);
    await watch(bench(), null);
    await bench().round('hold-watch');
    expect(bench().parties.asked.map(({ payload }) => payload)).toEqual([one, other].map(({ agreement, workplace }) => ({ agreement, workplace, termsVersion: 1 })));
    for (const hold of [one, other]) await bench().command('release-workplace', hold);
  });
}

async function heldPlace(bench: CompanyBench, index = 1) {
  const hold = { ...TERMS, agreement: randomUUID(), workplace: place(bench, index) };
  expect(await bench.command('hold-workplace', hold)).toEqual({ held: true });
  bench.parties.asked.length = 0;
  return hold;
}

/** A round of the watch in which the directory answers so; null: it does not. */
async function watch(bench: CompanyBench, answer: boolean | object | null): Promise<void> {
  bench.parties.answer = answer === null ? null : () => Promise.resolve(typeof answer === 'object' ? answer : { keep: answer });
  await bench.round('hold-watch');
}

async function runOut(bench: CompanyBench, agreement: string): Promise<void> {
  await bench.parts.dataSource.query('update hold_lease set ask_at = clock_timestamp() where agreement = $1', [agreement]);
}

export async function leases(bench: CompanyBench, agreement: string): Promise<number> {
  const rows = await bench.parts.dataSource.query<unknown[]>('select from hold_lease where agreement = $1', [agreement]);
  return rows.length;
}
