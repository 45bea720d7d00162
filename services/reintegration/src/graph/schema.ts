/** This service's subgraph: the directory's half and the agreements' half. */
import type { GraphQLSchema } from 'graphql';
import type { Registers } from '#kernel/registers.js';
import { policy } from '#shell/field-policy-directives.js';
import { buildFederatedSchema } from '#shell/graph-schema.js';
import { AgreementFields } from './agreement.fields.js';
import { AgreementCheckFields } from './agreement-checks.fields.js';
import { AgreementFinanceFields, TermsFinanceField } from './agreement-finance.fields.js';
import { AgreementMutations } from './agreement.mutations.js';
import { AgreementQueries, PersonAgreementFields, TaskAgreementField } from './agreement.queries.js';
import { agreementReferences } from './agreement.reference.js';
import { AgreementStatisticsQueries } from './agreement-statistics.queries.js';
import { companyAndPersonReferences } from './directory.references.js';
import { AgreementGroupOrderField, GroupOrderFields } from './group-order.fields.js';
import { GroupOrderResolvers } from './group-order.resolvers.js';
import { OfferMutations } from './offer.mutations.js';
import { OfferFields } from './offer.type.js';
import { RefusalFields } from './refusal.type.js';

type ResolverClass = new () => object;

const AGREEMENT_RESOLVERS: readonly ResolverClass[] = [
  AgreementQueries, AgreementMutations, OfferMutations, AgreementFields, OfferFields, RefusalFields, PersonAgreementFields, TaskAgreementField, AgreementStatisticsQueries, AgreementFinanceFields, TermsFinanceField,
  AgreementCheckFields,
  GroupOrderResolvers, GroupOrderFields, AgreementGroupOrderField,
];

/** `directory` and `orphans`: resolver classes of the directory half and the stub types of the registered companies. */
export function buildReintegrationSchema(registers: Registers, directory: readonly ResolverClass[], orphans: readonly ResolverClass[]): Promise<GraphQLSchema> {
  const [first, ...others] = [...AGREEMENT_RESOLVERS, ...directory];
  if (!first) throw new Error('a schema needs a resolver');
  return buildFederatedSchema({
    resolvers: [first, ...others],
    orphanedTypes: [...orphans],
    references: { ...companyAndPersonReferences(registers), ...agreementReferences },
    marks: { DisabilityCategory: policy('disability-category') },
  });
}
