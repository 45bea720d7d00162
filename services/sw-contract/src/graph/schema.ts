// The subgraph of one company: its own types, and the references by which the gateway finds them again.
import type { GraphQLSchema } from 'graphql';
import { typeName } from '#kernel/ids.js';
import { buildFederatedSchema, type ReferenceResolver } from '#shell/graph-schema.js';
import { AccessQueries } from '#shell/processing-log/accesses.queries.js';
import { companyTypes, type CompanyTypes } from './company-types.js';
import type { SwContext } from './context.js';

/** Builds the Federation 2 subgraph schema of the company with this code. */
export function buildCompanySchema(code: string): Promise<GraphQLSchema> {
  const types = companyTypes(code);
  return buildFederatedSchema({
    resolvers: [...types.resolvers, AccessQueries],
    orphanedTypes: [types.Company, types.Workplace, types.Employment, types.Placement],
    references: references(code, types),
  });
}

/** `_entities` is a door like any other: each thing comes through the reader, hence within the viewer's scope. */
function references(code: string, { Company }: CompanyTypes): Record<string, ReferenceResolver> {
  return {
    [typeName(code, 'SwCompany')]: ({ id }: { id: string }, { sw }: SwContext) => (sw.localId(id, 'C') === code ? new Company(id) : null),
    [typeName(code, 'Workplace')]: ({ id }: { id: string }, { sw }: SwContext) => sw.workplace(sw.localId(id, 'W')),
    [typeName(code, 'SwEmployment')]: ({ id }: { id: string }, { sw }: SwContext) => sw.employment(sw.localId(id, 'E')),
    [typeName(code, 'Placement')]: ({ id }: { id: string }, { sw }: SwContext) => sw.placement(sw.localId(id, 'P')),
  };
}
