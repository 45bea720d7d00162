/** How many agreements a second go from proposal to signed, and how that grows with the number of negotiators: more of them never make it less. */
import type { FaultArgs, Figures } from './part.js';
import { pairs, proposed, sign, type Pair } from './agreements.js';
import { onOwnStack, type Measured } from './measured-stack.js';
import { CASE_WORKER } from './office.js';

const NEGOTIATORS = [1, 2, 4, 8];
const SECONDS = { short: 4, long: 30 };
/** What one does, eight must do too; a little less may be chance. */
const COLLAPSE = 0.9;

export function throughput(args: FaultArgs): Promise<Figures> {
  const seconds = args.long ? SECONDS.long : SECONDS.short;
  // Durable: a figure for a machine that loses nothing.
  return onOwnStack(true, async (measured) => {
    const all = pairs();
    await signAndGiveBack(measured, all[0] as Pair);
    const rates: number[] = [];
    for (const count of NEGOTIATORS) {
      rates.push(await rateOf(measured, all, count, seconds));
      args.say(`throughput: ${count} negotiators, ${rates.at(-1)?.toFixed(2)} agreements signed per second`);
    }
    const figures = Object.fromEntries(NEGOTIATORS.map((count, index) => [`signed per second, ${count} negotiators`, (rates[index] ?? 0).toFixed(2)]));
    const [one = 0] = rates;
    const eight = rates.at(-1) ?? 0;
    return { name: 'throughput', figures, violations: eight < one * COLLAPSE ? [`eight negotiators sign ${eight.toFixed(2)} a second, one signs ${one.toFixed(2)}`] : [] };
  });
}

/** Each negotiator has workers and places of its own and does one agreement after the other. */
async function rateOf(measured: Measured, all: readonly Pair[], count: number, seconds: number): Promise<number> {
  const until = performance.now() + seconds * 1000;
  const began = performance.now();
  let signed = 0;
  await Promise.all(Array.from({ length: count }, async (_, index) => {
    const own = all.filter((_pair, position) => position % count === index);
    for (let turn = 0; performance.now() < until; turn += 1) {
      await signAndGiveBack(measured, own[turn % own.length] as Pair);
      signed += 1;
    }
  }));
  return (signed * 1000) / (performance.now() - began);
}

/** The worker declines afterwards, so that he and the place can be used again; that time counts too. */
async function signAndGiveBack(measured: Measured, pair: Pair): Promise<void> {
  const { id, version } = await sign(measured, pair, await proposed(measured, pair));
  await measured.office.done(CASE_WORKER, 'recordWorkerDecision', { id, expectedVersion: version, decision: 'DECLINED', decidedOn: measured.today });
}
