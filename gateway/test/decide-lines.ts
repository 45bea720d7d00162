/**
 * What the gateway decides, for whoever wants to know of thousands of questions: `node decide-lines.js SUPERGRAPH` reads lines of JSON
 * { query, operationName, variables, viewer } and answers each with { hidden: [{ path, reason, purposes }], asked, cost }.
 */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { getOperationAST, parse, print } from 'graphql';
import { loadRegisters } from '#kernel/registers.js';
import type { Viewer } from '#kernel/viewer.js';
import { readingOf } from '../src/authorization/reading.js';
import { tableOf } from '../src/authorization/testing/reader.js';
import { costTable } from '../src/cost/cost-table.js';
import { priceOf } from '../src/steps/limit-cost.js';

interface Line {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly viewer: Viewer;
}

const supergraphSdl = readFileSync(process.argv[2] ?? '', 'utf8');
const table = tableOf(supergraphSdl);
const costs = costTable(supergraphSdl);
const { purposes } = loadRegisters();

function decide({ query, operationName, variables, viewer }: Line): object {
  const document = parse(query);
  const operation = getOperationAST(document, operationName) ?? undefined;
  const { hidden, asked } = readingOf({ document, variables, operation }, { table, viewer, purposes, losesTypes: true });
  const cost = priceOf({ document, variables, operation, schema: table.schema }, costs);
  return { hidden: hidden.map(({ path, why }) => ({ path, ...why })), asked: asked && print(asked), cost };
}

for await (const line of createInterface({ input: process.stdin })) process.stdout.write(`${JSON.stringify(decide(JSON.parse(line) as Line))}\n`);
