/** One policy table per supergraph, made from the same text as the planner's copy and known by the schema that a question was read with. */
import { createHash } from 'node:crypto';
import { buildSchema, parse, printSchema, type GraphQLSchema } from 'graphql';
import { withoutSecurity } from '../supergraph/strip-security.js';
import { policyMarks, type PolicyMarks } from './policy-marks.js';
import { PolicyTable } from './policy-table.js';
import { refuseUnknownSecurity } from './security-features.js';

export class PolicyTables {
  /** By the planner's copy; read, and not loaded yet. */
  private readonly prepared = new Map<string, PolicyMarks>();
  private readonly tables = new WeakMap<GraphQLSchema, PolicyTable>();

  /** The planner's copy of a supergraph. Throws UnenforcedSecurity. */
  readonly prepare = (supergraphSdl: string): string => {
    const supergraph = parse(supergraphSdl, { noLocation: true });
    refuseUnknownSecurity(supergraph);
    // The planner takes the same text for no change; a change of policies only must be one.
    const copy = `# ${createHash('sha256').update(supergraphSdl).digest('hex')}\n${withoutSecurity(supergraph)}`;
    this.prepared.set(copy, policyMarks(supergraph));
    return copy;
  };

  /** Called while the planner swaps, so that no question sees the one without the other. */
  loaded(plannerCopy: string, schema: GraphQLSchema): void {
    const marks = this.prepared.get(plannerCopy);
    if (!marks) throw new TypeError('a supergraph that was never read here');
    this.prepared.clear();
    // The server puts resolvers of its own into the schema that it is given; a copy stays as it is.
    this.tables.set(schema, new PolicyTable(marks, buildSchema(printSchema(schema), { noLocation: true })));
  }

  /** Throws for a schema without a table: then nobody reads anything. */
  of(schema: GraphQLSchema): PolicyTable {
    const table = this.tables.get(schema);
    if (!table) throw new TypeError('a schema without its policies');
    return table;
  }
}
