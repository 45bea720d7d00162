/** `npm run schema:check`: refuses stale files, breaking changes and the composition traps; one line per rule, exit 1 on any finding. */
import { join } from 'node:path';
import { loadRegisters } from '#kernel/registers.js';
import { compose, CompositionError } from './composing.js';
import { MANIFEST_FILE } from './manifest.js';
import { loadOperations } from './operations.js';
import type { CheckInput } from './rule.js';
import { RULES } from './rules/all.js';
import { companyCodes, emitSubgraph, lastCommitted, readIfThere, SCHEMA_DIR, serviceNames, SUPERGRAPH_FILE } from './subgraphs.js';

function gather(): CheckInput {
  const registers = loadRegisters();
  const subgraphs = serviceNames(registers).map((name) => emitSubgraph(name));
  const files = [...subgraphs.map(({ name }) => `${name}.graphql`), SUPERGRAPH_FILE, MANIFEST_FILE];
  return {
    ...compose(subgraphs),
    subgraphs,
    filesHere: new Map(files.map((file) => [file, readIfThere(join(SCHEMA_DIR, file))])),
    lastSupergraphSdl: lastCommitted(SUPERGRAPH_FILE),
    subscriptions: readIfThere(join(SCHEMA_DIR, 'subscriptions.graphql')),
    companyCodes: companyCodes(registers),
    groups: new Set(registers.purposes.flatMap(({ fields }) => Object.values(fields).flat())),
    operations: loadOperations(),
  };
}

function report(input: CheckInput): number {
  let found = 0;
  for (const rule of RULES) {
    const findings = rule.check(input);
    found += findings.length;
    process.stdout.write(`${findings.length === 0 ? 'ok  ' : 'FAIL'} ${rule.name}\n${findings.map((finding) => `       ${finding}\n`).join('')}`);
  }
  return found;
}

try {
  process.exitCode = report(gather()) > 0 ? 1 : 0;
} catch (error) {
  if (!(error instanceof CompositionError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
