// Only the newest coordinator is obeyed: what an older one still sends changes nothing and is not remembered, in whatever order
// the two arrive (security-and-reliability section 3, trap c). These rules come last: each has another coordinator take over.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { StaleEpoch } from '#shell/stale-epoch.js';
import { DIRECTORY } from '../directory.js';
import { acceptEpoch } from '../store/epochs.store.js';
import type { CompanyBench } from './bench.js';
import { place, statusOf } from './holding.js';

const TERMS = { termsVersion: 1, from: '2014-04-01', until: '2014-12-31', hoursPerWeek: '18', function: 'Inpakken' };

export function epochRules(bench: () => CompanyBench): void {
  it('refuses every command of an older coordinator, remembers nothing of it, and takes the same one from the newest', async () => {
    const hold = { ...TERMS, agreement: randomUUID(), workplace: place(bench(), 1) };
    const id = randomUUID();
    const stale = bench().epoch;
    bench().epoch += 1;
    await bench().command('unshare-employment', { agreement: randomUUID() });
    for (const epoch of [stale, 0]) await expect(bench().command('hold-workplace', hold, { id, epoch })).rejects.toBeInstanceOf(StaleEpoch);
    expect([await statusOf(bench(), hold.workplace), await remembered(bench(), id)]).toEqual(['OPEN', 0]);
    expect(await bench().command('hold-workplace', hold, { id })).toEqual({ held: true });
    await expect(bench().command('release-workplace', hold, { epoch: stale })).rejects.toBeInstanceOf(StaleEpoch);
    await expect(bench().command('hold-workplace', hold, { id, epoch: stale })).rejects.toBeInstanceOf(StaleEpoch);
    expect(await statusOf(bench(), hold.workplace)).toBe('HELD');
    await bench().command('release-workplace', hold);
  });

  it('lets an older and a newer coordinator that come at once never end with the older one\'s word', async () => {
    for (let round = 0; round < 8; round += 1) {
      const stale = bench().epoch;
      const hold = { ...TERMS, agreement: randomUUID(), workplace: place(bench(), 1) };
      bench().epoch += 1;
      const newest = bench().epoch;
      const sends = [
        () => bench().command('hold-workplace', hold, { epoch: stale }),
        () => bench().command('release-workplace', hold, { epoch: newest }),
        () => bench().command('hold-workplace', hold, { epoch: stale }),
      ];
      const outcomes = await Promise.allSettled((round % 2 === 0 ? sends : sends.reverse()).map((send) => send()));
      expect(outcomes.filter((one) => one.status === 'rejected' && !(one.reason instanceof StaleEpoch))).toEqual([]);
      expect(await statusOf(bench(), hold.workplace)).toBe('OPEN');
    }
  });

  it('lets a new coordinator wait for what the older one has under way, and refuses what comes after', async () => {
    const { dataSource } = bench().parts;
    const [older, newer] = [bench().epoch, (bench().epoch += 1)];
    const order: string[] = [];
    const says = (epoch: number, name: string, until: Promise<void>) =>
      dataSource.transaction(async (tx) => {
        const accepted = await acceptEpoch(tx, DIRECTORY, epoch);
        await until;
        order.push(`${name} ${accepted ? 'accepted' : 'refused'}`);
      });
    const gate = openGate();
    const underWay = says(older, 'under way', gate.opened);
    await sleep(100);
    const takesOver = says(newer, 'takes over', Promise.resolve());
    await sleep(100);
    expect(order).toEqual([]);
    gate.open();
    await Promise.all([underWay, takesOver]);
    await says(older, 'late', Promise.resolve());
    expect(order).toEqual(['under way accepted', 'takes over accepted', 'late refused']);
  });

  it('lets the commands of one coordinator run beside each other, and many take the word at once', async () => {
    bench().epoch += 1;
    const send = () => bench().command('unshare-employment', { agreement: randomUUID() });
    expect(await Promise.all(Array.from({ length: 12 }, send))).toHaveLength(12);
  });
}

function openGate(): { opened: Promise<void>; open(): void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

async function remembered(bench: CompanyBench, id: string): Promise<number> {
  const rows = await bench.parts.dataSource.query<unknown[]>('select from inbox where command_id = $1', [id]);
  return rows.length;
}
