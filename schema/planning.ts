/** A supergraph as the gateway reads it: the API it offers and the plans it makes. */
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { Kind, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';

/** As at the gateway: a selection with more options than this throws instead of eating the process. */
const MAX_PATHS = 1000;

export interface PlanFigures {
  readonly operation: string;
  readonly evaluatedPlans: number;
  readonly fetches: number;
}

/** Figures for every operation of the documents; throws when one does not fit the schema. */
export function planAll(supergraphSdl: string, documents: Iterable<DocumentNode>): PlanFigures[] {
  const supergraph = read(supergraphSdl);
  const planner = new QueryPlanner(supergraph, { debug: { pathsLimit: MAX_PATHS } });
  return [...documents].flatMap((document) =>
    operationNames(document).map((operationName) => {
      const operation = operationFromDocument(supergraph.apiSchema(), document, { operationName });
      const plan = planner.buildQueryPlan(operation);
      return { operation: operationName, evaluatedPlans: planner.lastGeneratedPlanStatistics()?.evaluatedPlanCount ?? 0, fetches: countFetches(plan) };
    }),
  );
}

/** What a client may ask. */
export function apiSchemaOf(supergraphSdl: string): GraphQLSchema {
  return read(supergraphSdl).apiSchema().toGraphQLJSSchema();
}

/** Any feature may be in it: nothing is executed here. */
function read(supergraphSdl: string): Supergraph {
  return Supergraph.build(supergraphSdl, { supportedFeatures: null, validateSupergraph: false });
}

function operationNames(document: DocumentNode): string[] {
  const operations = document.definitions.filter((definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION);
  return operations.flatMap((operation) => (operation.name ? [operation.name.value] : []));
}

function countFetches(node: unknown): number {
  if (typeof node !== 'object' || node === null) return 0;
  const own = 'kind' in node && node.kind === 'Fetch' && 'serviceName' in node ? 1 : 0;
  return Object.values(node).reduce<number>((sum, child) => sum + countFetches(child), own);
}
