// An amended agreement follows the one that it replaces at the same place: it waits while the old one runs, and nobody comes in
// between (invariants I1 and I3).
import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { confirmed, placementsOf, signedTerms, TERMS } from './agreed-terms.js';
import type { CompanyBench } from './bench.js';
import { place, statusOf } from './holding.js';
import { leases } from './leases.js';

type Bench = () => CompanyBench;

const LATER = { termsVersion: 1, from: '2014-09-01', until: null, hoursPerWeek: '20', function: 'Inpakken' };
const LAST_DAY = '2014-08-31';

export function succeedingRules(bench: Bench): void {
  waitingRules(bench);
  handingOverRules(bench);
  leavingRules(bench);
  raceRules(bench);
}

function waitingRules(bench: Bench): void {
  it('lets one amendment of the agreement that has the place wait for it, and nobody else', async () => {
    const old = await confirmed(bench(), 1);
    const hold = { ...LATER, workplace: old.workplace, replaces: old.agreement };
    const amendments = Array.from({ length: 6 }, () => randomUUID());
    const answers = await Promise.all(amendments.map((agreement) => bench().command('hold-workplace', { ...hold, agreement })));
    expect(answers.filter((answer) => answer['held'] === true)).toHaveLength(1);
    expect(answers.filter((answer) => answer['reason'] === 'TAKEN')).toHaveLength(5);
    const waiting = amendments[answers.findIndex((answer) => answer['held'] === true)] ?? '';
    expect(await bench().command('hold-workplace', { ...hold, agreement: waiting })).toEqual({ held: true });
    for (const replaces of [null, randomUUID()]) expect(await bench().command('hold-workplace', { ...hold, agreement: randomUUID(), replaces })).toEqual({ held: false, reason: 'TAKEN' });
    expect(await statusOf(bench(), old.workplace)).toBe('TAKEN');
    await bench().command('release-workplace', { agreement: waiting, workplace: old.workplace });
    await over(bench(), old.agreement);
  });

  it('holds another place for an amendment as for any agreement', async () => {
    const old = await confirmed(bench(), 1);
    const elsewhere = { ...LATER, agreement: randomUUID(), workplace: place(bench(), 0), replaces: old.agreement };
    expect(await bench().command('hold-workplace', elsewhere)).toEqual({ held: true });
    expect(await statusOf(bench(), elsewhere.workplace)).toBe('HELD');
    await bench().command('end-placement', { agreement: old.agreement, endsOn: '2014-03-03', successor: elsewhere.agreement });
    expect([await statusOf(bench(), old.workplace), await statusOf(bench(), elsewhere.workplace)]).toEqual(['OPEN', 'HELD']);
    await bench().command('release-workplace', elsewhere);
  });
}

function handingOverRules(bench: Bench): void {
  it('gives the place to the confirmed amendment when the old agreement ends, and frees it when the new one does', async () => {
    const { old, next, confirmation } = await waiting(bench());
    for (let twice = 0; twice < 2; twice += 1) expect(await bench().command('confirm-agreement', confirmation)).toEqual({ confirmed: true });
    expect(await leases(bench(), next.agreement)).toBe(0);
    expect(await placementsOf(bench(), next.agreement)).toMatchObject([{ status: 'PLANNED', workplace: { id: next.workplace } }]);
    expect(await bench().command('release-workplace', next)).toEqual({ released: false });
    expect(await bench().command('end-placement', { agreement: old, endsOn: LAST_DAY, successor: next.agreement })).toEqual({ ended: true });
    expect(await statusOf(bench(), next.workplace)).toBe('TAKEN');
    expect(await strangerGets(bench(), next.workplace)).toBe('TAKEN');
    expect(await bench().command('confirm-agreement', confirmation)).toEqual({ confirmed: true });
    expect([(await placementsOf(bench(), old, LAST_DAY))[0]?.status, (await placementsOf(bench(), next.agreement, LATER.from))[0]?.status]).toEqual(['ACTIVE', 'ACTIVE']);
    expect((await placementsOf(bench(), old, LATER.from))[0]?.status).toBe('ENDED');
    await over(bench(), next.agreement, old);
    expect(await statusOf(bench(), next.workplace)).toBe('OPEN');
  });

  it('holds the place for the amendment that is not confirmed yet when the old agreement ends by itself', async () => {
    const { old, next, confirmation } = await waiting(bench());
    expect(await bench().command('end-placement', { agreement: old, endsOn: LAST_DAY })).toEqual({ ended: true });
    expect([await statusOf(bench(), next.workplace), await strangerGets(bench(), next.workplace)]).toEqual(['HELD', 'TAKEN']);
    expect(await bench().command('hold-workplace', next)).toEqual({ held: true });
    expect(await bench().command('confirm-agreement', confirmation)).toEqual({ confirmed: true });
    expect(await statusOf(bench(), next.workplace)).toBe('TAKEN');
    await over(bench(), next.agreement, old);
    expect(await statusOf(bench(), next.workplace)).toBe('OPEN');
  });
}

function leavingRules(bench: Bench): void {
  it('leaves the place with the old agreement when the amendment is released, and frees it after that one', async () => {
    const { old, next, confirmation } = await waiting(bench());
    expect(await bench().command('release-workplace', next)).toEqual({ released: true });
    expect(await bench().command('hold-workplace', next)).toEqual({ held: false, reason: 'CANCELLED' });
    await expect(bench().command('confirm-agreement', confirmation)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await statusOf(bench(), next.workplace)).toBe('TAKEN');
    await over(bench(), old);
    expect(await statusOf(bench(), next.workplace)).toBe('OPEN');
  });

  it('leaves the place with the old agreement when the confirmed amendment ends before it began', async () => {
    const { old, next, confirmation } = await waiting(bench());
    await bench().command('confirm-agreement', confirmation);
    await over(bench(), next.agreement);
    expect([await statusOf(bench(), next.workplace), (await placementsOf(bench(), old, '2014-09-02'))[0]?.status]).toEqual(['TAKEN', 'ACTIVE']);
    await over(bench(), old);
    expect(await statusOf(bench(), next.workplace)).toBe('OPEN');
  });

  it('asks about a long wait as about any hold, and a no leaves the place with the old agreement', async () => {
    const { old, next } = await waiting(bench());
    await bench().parts.dataSource.query('update hold_lease set ask_at = clock_timestamp() where agreement = $1', [next.agreement]);
    bench().parties.answer = () => Promise.resolve({ keep: false });
    await bench().round('hold-watch');
    expect(await bench().command('hold-workplace', next)).toEqual({ held: false, reason: 'CANCELLED' });
    expect(await statusOf(bench(), next.workplace)).toBe('TAKEN');
    await over(bench(), old);
    expect(await statusOf(bench(), next.workplace)).toBe('OPEN');
  });
}

function raceRules(bench: Bench): void {
  it('gives the place to the amendment, whatever else is asked while the old agreement ends', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { old, next } = await waiting(bench());
      const stranger = { ...LATER, agreement: randomUUID(), workplace: next.workplace };
      const sends = [() => bench().command('end-placement', { agreement: old, endsOn: LAST_DAY }), () => bench().command('hold-workplace', stranger), () => bench().command('hold-workplace', next)];
      const answers = await Promise.all((round % 2 === 0 ? sends : sends.reverse()).map((send) => send()));
      expect(answers.filter((answer) => answer['held'] === false)).toEqual([{ held: false, reason: 'TAKEN' }]);
      expect(await statusOf(bench(), next.workplace)).toBe('HELD');
      await bench().command('release-workplace', next);
      await over(bench(), old);
    }
  });

  it('holds the place once when an amendment comes while the old agreement ends', async () => {
    for (let round = 0; round < 6; round += 1) {
      const old = await confirmed(bench(), 1);
      const next = { ...LATER, agreement: randomUUID(), workplace: old.workplace, replaces: old.agreement };
      const sends = [() => bench().command('end-placement', { agreement: old.agreement, endsOn: LAST_DAY }), () => bench().command('hold-workplace', next)];
      const answers = await Promise.all((round % 2 === 0 ? sends : sends.reverse()).map((send) => send()));
      expect(answers).toEqual(expect.arrayContaining([{ held: true }, { ended: true }]));
      expect([await statusOf(bench(), next.workplace), await strangerGets(bench(), next.workplace)]).toEqual(['HELD', 'TAKEN']);
      await bench().command('release-workplace', next);
      await over(bench(), old.agreement);
    }
  });
}

/** An agreement that has the first free place, and its amendment, signed, that waits for it. */
async function waiting(bench: CompanyBench) {
  const { agreement: old, workplace } = await confirmed(bench, 1);
  const next = { ...LATER, agreement: randomUUID(), workplace, replaces: old };
  expect(await bench.command('hold-workplace', next)).toEqual({ held: true });
  const terms = await signedTerms(bench, next.agreement, { from: LATER.from, until: LATER.until, hoursPerWeek: LATER.hoursPerWeek });
  return { old, next, confirmation: { ...terms, role: 'RECEIVING', workplace } };
}

async function strangerGets(bench: CompanyBench, workplace: string): Promise<unknown> {
  const answer = await bench.command('hold-workplace', { ...LATER, from: TERMS.until, agreement: randomUUID(), workplace });
  return answer['reason'];
}

/** Ends them before they began. */
async function over(bench: CompanyBench, ...agreements: readonly string[]): Promise<void> {
  for (const agreement of agreements) expect(await bench.command('end-placement', { agreement, endsOn: '2014-03-03' })).toEqual({ ended: true });
}
