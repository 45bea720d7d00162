/**
 * How an operation would be run, without running it: for who operates the gateway or writes an operation, on his own machine. There is no way to ask
 * it of a gateway that serves.
 */
import { readFileSync } from 'node:fs';
import { buildSchema, getOperationAST, Kind, parse, validate, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { createLogger } from '#kernel/log.js';
import { PolicyTables } from '../authorization/policy-tables.js';
import { coercedVariables } from '../coerced-variables.js';
import { costOf } from '../cost/cost-of.js';
import { costTable } from '../cost/cost-table.js';
import { normalise } from '../engine/planning/normalise.js';
import { PlanningProcesses } from '../engine/planning/planning-processes.js';
import type { PlannerName } from '../engine/planning/planning-messages.js';
import { planFigures, planText } from './plan-text.js';

export interface Wanted {
  /** File of a document. */
  readonly file: string;
  /** File of a supergraph, as it was composed. */
  readonly supergraph: string;
  readonly planner: PlannerName;
  /** Name of the operation; null when the document has one. */
  readonly operation: string | null;
  /** For the cost; an operation that needs others has none. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Longer than a request is given: somebody wants to see what takes so long. */
const PATIENCE_MS = 60_000;

/** Throws, with a sentence for who asked, when there is nothing to explain. */
export async function explain(wanted: Wanted): Promise<string> {
  const supergraphSdl = plannersCopy(readFileSync(wanted.supergraph, 'utf8'));
  const { planner, apiSchema } = await PlanningProcesses.start({ planner: wanted.planner, supergraphSdl }, PATIENCE_MS, createLogger('explain', 'silent'));
  try {
    const schema = buildSchema(apiSchema, { noLocation: true, assumeValid: true });
    const { document, operation } = chosen(schema, wanted);
    const { text } = normalise(schema, document, operation.name?.value ?? null);
    const from = performance.now();
    const plan = text === null ? { node: null } : await planner.plan(text);
    const ms = Math.round(performance.now() - from);
    const { fetches, requests, subgraphs, rounds } = planFigures(plan);
    const cost = costText(supergraphSdl, schema, document, operation, wanted.variables);
    return [
      `${operation.operation} ${operation.name?.value ?? 'without a name'}`,
      `${fetches} fetches in at most ${requests} requests and ${rounds} rounds, of ${subgraphs.join(', ') || 'nobody'}`,
      `cost ${cost}`,
      `planned by ${wanted.planner} in ${ms} ms`,
      '',
      planText(plan),
      '',
    ].join('\n');
  } finally {
    await planner.close();
  }
}

/** A supergraph of the federation says who may see what; a planner gets it without that. */
function plannersCopy(supergraphSdl: string): string {
  return new PolicyTables().prepare(supergraphSdl);
}

function chosen(schema: GraphQLSchema, { file, operation: name }: Wanted): { document: DocumentNode; operation: OperationDefinitionNode } {
  const document = parse(readFileSync(file, 'utf8'), { noLocation: true });
  const [fault] = validate(schema, document);
  if (fault) throw new Error(fault.message);
  const operation = getOperationAST(document, name);
  if (!operation) throw new Error(`name one of the operations with --operation: ${document.definitions.flatMap((one) => (one.kind === Kind.OPERATION_DEFINITION ? [one.name?.value ?? ''] : [])).join(', ')}`);
  if (operation.operation === 'subscription') throw new Error('a subscription is not planned; the question that it becomes is (docs/request-path.md)');
  return { document, operation };
}

function costText(supergraphSdl: string, schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, variables: Wanted['variables']): string {
  const { coerced, errors } = coercedVariables({ operation, document, schema, variables });
  if (!coerced) return `not known: ${errors[0]?.message ?? 'a variable does not fit'}`;
  return String(costOf({ document, operation, schema, variables: coerced, table: costTable(supergraphSdl) }));
}
