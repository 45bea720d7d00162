/** Costs, told once for each operation and each set of lengths that its variables give; a value that is no number is never kept. */
import { BoundedCache } from '../bounded-cache.js';
import { perOperation, type ResolvedOperation } from '../per-operation.js';
import type { CostTable } from './cost-table.js';
import { tellingVariables } from './telling-variables.js';

/** Sizes of pages for one operation. */
const LENGTHS_EACH = 50;

type Price = (resolved: ResolvedOperation, variables: Values, table: CostTable) => number;
type Values = Readonly<Record<string, unknown>>;

/** `price` tells the cost with coerced variables. */
export function knownCosts(tableOf: (schema: ResolvedOperation['schema']) => CostTable, price: Price): (resolved: ResolvedOperation, variables: Values) => number {
  const known = perOperation((resolved) => ({ telling: tellingVariables(resolved, tableOf(resolved.schema)), costs: new BoundedCache<string, number>(LENGTHS_EACH) }));
  return (resolved, variables) => {
    const { telling, costs } = known(resolved);
    const key = keyOf(telling, variables);
    const found = key === null ? undefined : costs.get(key);
    if (found !== undefined) return found;
    const cost = price(resolved, variables, tableOf(resolved.schema));
    if (key !== null) costs.set(key, cost);
    return cost;
  };
}

/** Null when it may not be kept. What was not given is not the same as null. */
function keyOf(telling: readonly string[], variables: Values): string | null {
  const values = telling.map((name) => (Object.hasOwn(variables, name) ? variables[name] : undefined));
  return values.every((value) => value === null || value === undefined || typeof value === 'number') ? values.map(String).join(' ') : null;
}
