/** A viewer with the small federation before him: what of a question would be asked, what is hidden, and what he would be answered. */
import { Supergraph } from '@apollo/federation-internals';
import { getOperationAST, parse, print, validate, type GraphQLSchema } from 'graphql';
import { loadRegisters } from '#kernel/registers.js';
import type { Viewer } from '#kernel/viewer.js';
import { complete, type Completed } from '../complete.js';
import type { PolicyTable } from '../policy-table.js';
import { PolicyTables } from '../policy-tables.js';
import { readingOf, type Reading } from '../reading.js';
import { guardedSupergraph } from './guarded-supergraph.js';

export const { purposes } = loadRegisters();

export const CASE_WORKER: Viewer = { subject: 'anna', body: 'werk-en-inkomen', roles: ['CASE_WORKER'], scopes: ['agreements:write', 'statistics:read'], purpose: 'wsw' };
export const DISTRICT_TEAM: Viewer = { ...CASE_WORKER, roles: ['WIJKTEAM'], purpose: 'schuldhulp' };
export const ANALYST: Viewer = { ...CASE_WORKER, roles: ['ANALYST'], purpose: 'statistiek' };

type Values = Readonly<Record<string, unknown>>;

export class Reader {
  constructor(
    readonly viewer: Viewer,
    private readonly table: PolicyTable = tableOf(guardedSupergraph()),
  ) {}

  read(query: string, variables: Values = {}, operationName?: string): Reading {
    const document = parse(query);
    const faults = validate(this.schema, document);
    if (faults.length > 0) throw new Error(faults.join('\n'));
    return readingOf({ document, variables, operation: getOperationAST(document, operationName) ?? undefined }, { table: this.table, viewer: this.viewer, purposes, losesTypes: true });
  }

  /** What is asked, in one line; null for nothing. */
  asked(query: string, variables?: Values): string | null {
    const { asked } = this.read(query, variables);
    return asked && print(asked).replace(/\s+/g, ' ');
  }

  /** `path: REASON purpose,purpose` of each hidden field. */
  hidden(query: string, variables?: Values): string[] {
    return this.read(query, variables).hidden.map(({ path, why }) => `${path.join('.')}: ${[why.reason, ...why.purposes].join(' ')}`);
  }

  answer(query: string, fetched: unknown, variables: Values = {}): Completed {
    return complete(this.read(query, variables), fetched, variables, this.viewer);
  }

  private get schema(): GraphQLSchema {
    return this.table.schema;
  }
}

export function tableOf(supergraphSdl: string): PolicyTable {
  const tables = new PolicyTables();
  const copy = tables.prepare(supergraphSdl);
  const schema = Supergraph.build(copy).apiSchema().toGraphQLJSSchema();
  tables.loaded(copy, schema);
  return tables.of(schema);
}
