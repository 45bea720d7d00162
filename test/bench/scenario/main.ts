/**
 * `node dist/test/bench/scenario/main.js [FIRST PORT]`: the four subgraphs on four ports, until it is told to stop. With port 0 it takes
 * free ones. Prints one line of JSON: name to address. `compose` instead of a port writes supergraph.graphql.
 */
import { writeFileSync } from 'node:fs';
import { Serving } from './serving.js';
import { SUBGRAPHS } from './subgraphs.js';
import { composeScenario, FIRST_PORT, SUPERGRAPH_FILE } from './supergraph.js';

async function serve(firstPort: number): Promise<void> {
  const servings = await Promise.all(SUBGRAPHS.map((name, index) => Serving.start(name, firstPort === 0 ? 0 : firstPort + index)));
  process.stdout.write(`${JSON.stringify(Object.fromEntries(servings.map(({ name, url }) => [name, url])))}\n`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void Promise.all(servings.map((serving) => serving.stop())).then(() => process.exit(0)));
}

const [argument = String(FIRST_PORT)] = process.argv.slice(2);
if (argument === 'compose') writeFileSync(SUPERGRAPH_FILE, composeScenario());
else await serve(Number(argument));
