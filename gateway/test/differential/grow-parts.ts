/** A value in two halves: the subgraphs that both give it out each know a field that the other does not, so that whoever wants all of it must ask both. */
import { growField, type Grown } from './grow-field.js';
import type { ObjectModel } from './model.js';
import type { Tape } from './tape.js';

const WRAPS = ['Halves', 'Halves!', '[Halves!]', '[Halves]!'];

export function growParts(tape: Tape, grown: Grown): void {
  const holders = grown.entities.filter((entity) => reachable(entity).length > 1);
  if (holders.length === 0 || !tape.oneIn(2)) return;
  const holder = tape.pick(holders);
  const first = tape.pick(reachable(holder));
  const second = tape.pick(reachable(holder).filter((subgraph) => subgraph !== first));
  const at = [first, second].toSorted((a, b) => a - b);
  const fields = [['size', at], ['left', [first]], ['right', [second]]] as const;
  grown.values.push({
    name: 'Halves', keys: new Map(), at, interfaces: [], unresolvable: new Set(),
    fields: fields.map(([name, owners]) => growField(tape, grown, { name, owners, plain: true, composite: false })),
  });
  holder.fields.push({ name: 'halves', type: tape.pick(WRAPS), args: [], owners: at, strict: [], external: new Set(), possible: ['Halves'] });
}

/** Where it can be asked for by its id. */
function reachable({ keys, unresolvable }: ObjectModel): number[] {
  return [...keys].filter(([subgraph, some]) => some.includes('id') && !unresolvable.has(subgraph)).map(([subgraph]) => subgraph);
}
