/** How much a client sends as values: how many there are in his variables, and how deep they lie. Walked without recursion, because depth is what is guarded. */

export interface ValueBounds {
  readonly depth: number;
  readonly values: number;
}

export function valuesFit(variables: unknown, { depth, values }: ValueBounds): boolean {
  let level: unknown[] = [variables];
  let counted = 0;
  for (let below = 0; level.length > 0; below += 1) {
    counted += level.length;
    if (counted > values || below > depth) return false;
    level = level.flatMap(inside);
  }
  return true;
}

function inside(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
}
