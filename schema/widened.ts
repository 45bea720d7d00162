/**
 * `node dist/schema/widened.js COUNT FOLDER`: the federation as it would be with COUNT companies, from the committed subgraph files. Writes
 * every subgraph and supergraph.graphql into FOLDER and prints one line of JSON: the subgraphs, the companies' codes, and how long composition took.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRegisters } from '#kernel/registers.js';
import { compose } from './composing.js';
import { companyCodes, SCHEMA_DIR, serviceNames, SUPERGRAPH_FILE } from './subgraphs.js';
import { withCompanies } from './widening.js';

const [count = '3', folder = '.'] = process.argv.slice(2);
const registers = loadRegisters();
const committed = serviceNames(registers).map((name) => ({ name, sdl: readFileSync(join(SCHEMA_DIR, `${name}.graphql`), 'utf8') }));
const subgraphs = withCompanies(committed, companyCodes(registers), Number(count));
const from = performance.now();
const { supergraphSdl } = compose(subgraphs);
const milliseconds = performance.now() - from;
for (const { name, sdl } of subgraphs) writeFileSync(join(folder, `${name}.graphql`), sdl);
writeFileSync(join(folder, SUPERGRAPH_FILE), supergraphSdl);
process.stdout.write(`${JSON.stringify({ subgraphs: subgraphs.map(({ name }) => name), milliseconds, bytes: supergraphSdl.length })}\n`);
