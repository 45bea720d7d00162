/** How much a plan takes in memory, roughly: its texts are nearly all of it. */
import type { PlanNode, QueryPlan } from '../plan.js';

const NODE_BYTES = 400;

export function planBytes({ node }: QueryPlan): number {
  return node ? nodeBytes(node) : NODE_BYTES;
}

function nodeBytes(node: PlanNode): number {
  if (node.kind === 'Sequence' || node.kind === 'Parallel') return node.nodes.reduce((sum, one) => sum + nodeBytes(one), NODE_BYTES);
  if (node.kind === 'Flatten') return NODE_BYTES + nodeBytes(node.node);
  if (node.kind === 'Fetch') return NODE_BYTES + 2 * node.operation.length;
  return NODE_BYTES + [node.ifClause, node.elseClause].reduce((sum, one) => sum + (one ? nodeBytes(one) : 0), 0);
}
