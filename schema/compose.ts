/** `npm run schema:compose`: asks every service for its SDL and writes the subgraph files, the supergraph and the list of known operations. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRegisters } from '#kernel/registers.js';
import { compose, CompositionError } from './composing.js';
import { MANIFEST_FILE, manifestOf } from './manifest.js';
import { loadOperations } from './operations.js';
import { emitSubgraph, SCHEMA_DIR, serviceNames, SUPERGRAPH_FILE } from './subgraphs.js';

function main(): void {
  const subgraphs = serviceNames(loadRegisters()).map((name) => emitSubgraph(name));
  for (const { name, sdl } of subgraphs) writeFileSync(join(SCHEMA_DIR, `${name}.graphql`), sdl);
  const { supergraphSdl, hints } = compose(subgraphs);
  writeFileSync(join(SCHEMA_DIR, SUPERGRAPH_FILE), supergraphSdl);
  writeFileSync(join(SCHEMA_DIR, MANIFEST_FILE), manifestOf(loadOperations()));
  const counts = new Map<string, number>();
  for (const { code } of hints) counts.set(code, (counts.get(code) ?? 0) + 1);
  process.stdout.write(`${subgraphs.length} subgraphs composed; hints: ${[...counts].map(([code, count]) => `${code} ${count}`).join(', ') || 'none'}\n`);
}

try {
  main();
} catch (error) {
  if (!(error instanceof CompositionError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
