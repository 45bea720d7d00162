/**
 * `node dist/test/bench/scenario/main.js [FIRST PORT] [FILE]`: the four subgraphs on four ports, until it is told to stop. With port 0 it
 * takes free ones. Prints one line of JSON: name to address; writes a supergraph with these addresses to FILE.
 * `compose` instead of a port writes supergraph.graphql.
 */
import { writeFileSync } from 'node:fs';
import { Serving } from './serving.js';
import { SUBGRAPHS } from './subgraphs.js';
import { composeScenario, FIRST_PORT, supergraphAt, SUPERGRAPH_FILE, type Addresses } from './supergraph.js';

async function serve(firstPort: number, file: string | undefined): Promise<void> {
  const servings = await Promise.all(SUBGRAPHS.map((name, index) => Serving.start(name, firstPort === 0 ? 0 : firstPort + index)));
  const addresses = Object.fromEntries(servings.map(({ name, url }) => [name, url])) as Addresses;
  if (file !== undefined) writeFileSync(file, supergraphAt(addresses));
  process.stdout.write(`${JSON.stringify(addresses)}\n`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void Promise.all(servings.map((serving) => serving.stop())).then(() => process.exit(0)));
}

const [argument = String(FIRST_PORT), file] = process.argv.slice(2);
if (argument === 'compose') writeFileSync(SUPERGRAPH_FILE, composeScenario());
else await serve(Number(argument), file);
