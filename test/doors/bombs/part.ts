/** How long each bomb takes to be refused, and what a normal user notices of them meanwhile: npm run test:doors -- bombs. */
import { spread, type Figures } from '../../faults/measures/part.js';
import type { GraphClient } from '../../../local/demo/graph-client.js';
import { as, url } from '../../kit/stack.js';
import { BOMBS, type Bomb } from './catalogue.js';

const QUESTIONS = 200;
const LONGEST_MS = 200;
/** How much longer an answer to a normal client may take while bombs are thrown. */
const MOST_TIMES = 2;

export async function bombs({ say }: { readonly say: (line: string) => void }): Promise<Figures> {
  const client = await as('case-worker');
  const idle = await normalQuestions(client);
  const longest = new Map<string, number>();
  for (const bomb of BOMBS) longest.set(bomb.name, await thrown(client, bomb));
  for (const [name, ms] of longest) say(`${String(Math.round(ms)).padStart(6)} ms  ${name}`);
  const over = new AbortController();
  const attack = (async () => {
    for (let n = 0; !over.signal.aborted; n += 1) await thrown(client, BOMBS[n % BOMBS.length]!);
  })();
  const attacked = await normalQuestions(client);
  over.abort();
  await attack;
  const slow = [...longest].filter(([, ms]) => ms > LONGEST_MS).map(([name, ms]) => `${name} took ${Math.round(ms)} ms`);
  const doubled = attacked.p95 > MOST_TIMES * idle.p95 ? [`a normal client's p95 went from ${idle.p95} to ${attacked.p95} ms`] : [];
  const figures = { bombs: BOMBS.length, 'longest refusal, ms': Math.round(Math.max(...longest.values())), ...named('idle', idle), ...named('under attack', attacked) };
  return { name: 'bombs', figures, violations: [...slow, ...doubled] };
}

const named = (when: string, { p50, p95, p99 }: ReturnType<typeof spread>): Record<string, number> => ({ [`p50 ${when}, ms`]: p50, [`p95 ${when}, ms`]: p95, [`p99 ${when}, ms`]: p99 });

async function thrown({ who }: GraphClient, { body, headers }: Bomb): Promise<number> {
  const began = performance.now();
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${who.token}`, 'x-doelbinding': who.purpose, ...headers }, body });
  await response.arrayBuffer();
  return performance.now() - began;
}

async function normalQuestions(client: GraphClient): Promise<ReturnType<typeof spread>> {
  const took: number[] = [];
  for (let n = 0; n < QUESTIONS; n += 1) {
    const began = performance.now();
    await client.query('{ clients(first: 10) { nodes { id } } }');
    took.push(performance.now() - began);
  }
  return spread(took);
}
