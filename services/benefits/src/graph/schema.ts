/** The subgraph: every resolver named, none found by scanning. */
import type { GraphQLSchema } from 'graphql';
import { policy } from '#shell/field-policy-directives.js';
import { buildFederatedSchema } from '#shell/graph-schema.js';
import { AccessQueries } from '#shell/processing-log/accesses.queries.js';
import { ApplicationFields } from './application.fields.js';
import { ApplicationQueries } from './application.queries.js';
import { BenefitFields, DebtTrajectoryFields } from './benefit.fields.js';
import { DebtDeliveryQueries } from './debt-delivery.queries.js';
import { MunicipalityFields } from './municipality.fields.js';
import { MunicipalityQueries } from './municipality.queries.js';
import { PersonFields } from './person.fields.js';
import { PersonQueries } from './person.queries.js';
import { references } from './references.js';

export function buildSchema(): Promise<GraphQLSchema> {
  return buildFederatedSchema({
    resolvers: [MunicipalityQueries, PersonQueries, ApplicationQueries, MunicipalityFields, PersonFields, ApplicationFields, BenefitFields, DebtTrajectoryFields, DebtDeliveryQueries, AccessQueries],
    references,
    marks: { BSN: policy('bsn') },
  });
}
