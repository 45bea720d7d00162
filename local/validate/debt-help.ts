/** A delivery of debt help (DDAS), which is one JSON and not lines: judged whole, told by the place in the file and the rule, never by a value. */
import { readFileSync } from 'node:fs';
import { validateDelivery } from '#law/ddas/validate.js';

export const DEBT_HELP = 'ddas';

/** Prints each fault on a line of its own and what else is to be known on standard error; answers how many faults there are. */
export async function judgeDebtHelp(file: string, print: (line: string) => Promise<void>): Promise<number> {
  const { faults, samenloop } = validateDelivery(contentOf(file));
  for (const { path, rule, text } of faults) await print(`${path === '' ? 'bestand' : path}: ${text} [${rule}]`);
  const merged = samenloop.map(({ first, second }) => `Samenloop: het CBS neemt ${first} en ${second} als één traject.`);
  process.stderr.write(`${[`${faults.length} fouten.`, ...merged].join('\n')}\n`);
  return faults.length;
}

/** What the parser says of a file is not told: it quotes it. */
function contentOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch {
    throw new Error('the file is no JSON');
  }
}
