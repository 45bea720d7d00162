/**
 * Guarantees that nobody is read more for than his kind of application may ask at once: the cost is told and refused before anything is
 * planned. Fails closed: a cost that cannot be told is a question that does not run.
 */
import { GraphQLError, Kind, type GraphQLSchema } from 'graphql';
import { badInput, Fault } from '#kernel/faults.js';
import { coercedVariables } from '../coerced-variables.js';
import { costOf } from '../cost/cost-of.js';
import type { CostTable } from '../cost/cost-table.js';
import { knownCosts } from '../cost/known-costs.js';
import type { ClientKind, Clients } from '../operations/clients.js';
import { isResolved, type ResolvedOperation } from '../per-operation.js';
import type { Resolved, StepWork } from '../step.js';

export type Budgets = Readonly<Record<ClientKind, number>>;

export interface CostRules {
  readonly clients: Clients;
  readonly budgets: Budgets;
  /** Of the supergraph that the question was read with. */
  readonly tableOf: (schema: GraphQLSchema) => CostTable;
}

/** Above this the figure itself says nothing. */
const BEYOND = 1_000_000_000;

export function limitCost(rules: CostRules): StepWork {
  const cost = knownCosts(rules.tableOf, costWith);
  return {
    operation: (exchange, resolved) => {
      if (!isResolved(resolved)) return;
      const budget = rules.budgets[rules.clients.of(exchange.client).kind];
      const asked = cost(resolved, fitting(resolved));
      // Written so that a cost that is no number is refused too.
      if (!(asked <= budget)) throw new Fault('LIMIT_EXCEEDED', `De vraag kost ${asked < BEYOND ? asked : `meer dan ${BEYOND}`}, en deze toepassing mag er ${budget} tegelijk vragen. Vraag minder tegelijk: kleinere pagina's (first), of minder lijsten in lijsten.`);
    },
  };
}

/** What the operation costs with these variables, as they were sent; BAD_USER_INPUT when they do not fit it. */
export function priceOf(resolved: Resolved, table: CostTable): number {
  return isResolved(resolved) ? costWith(resolved, fitting(resolved), table) : 0;
}

function fitting(resolved: ResolvedOperation): Readonly<Record<string, unknown>> {
  const { coerced, errors } = coercedVariables(resolved);
  if (!coerced) throw badInput(`De variabele ${nameIn(errors)} ontbreekt of is van het verkeerde soort.`);
  return coerced;
}

function costWith({ document, operation, schema }: ResolvedOperation, variables: Readonly<Record<string, unknown>>, table: CostTable): number {
  try {
    return costOf({ document, operation, schema, variables, table });
  } catch (error) {
    if (error instanceof GraphQLError) throw badInput('Een argument ontbreekt of is van het verkeerde soort.');
    throw error;
  }
}

/** A name and never a value, which may be a BSN. */
function nameIn(errors: readonly GraphQLError[] | undefined): string {
  const node = errors?.[0]?.nodes?.find((one) => one.kind === Kind.VARIABLE_DEFINITION);
  return node?.kind === Kind.VARIABLE_DEFINITION ? `$${node.variable.name.value.replace(/\d{4,}/g, '...')}` : '';
}
