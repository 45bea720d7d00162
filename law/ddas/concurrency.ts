/**
 * DDAS v1.0, samenloop: two suppliers told of the same trajectory when the periods overlap and the clients are the same; the CBS puts those
 * together. A client has one trajectory at a time, so that any other overlap is a fault. Memory: one entry per client and trajectory.
 */

export interface Placed {
  readonly path: string;
  /** Who supplies it: two trajectories of one supplier are never samenloop. */
  readonly supplier: string;
  readonly clients: readonly string[];
  readonly from: string;
  /** The last day; null: it runs. */
  readonly until: string | null;
}

export interface Concurrence {
  readonly first: string;
  readonly second: string;
  readonly kind: 'SAME_TRAJECTORY' | 'TWO_AT_A_TIME';
}

export function concurrences(trajectories: Iterable<Placed>): Concurrence[] {
  const byClient = new Map<string, Placed[]>();
  for (const one of trajectories) for (const client of new Set(one.clients)) byClient.set(client, [...(byClient.get(client) ?? []), one]);
  const found = new Map<string, Concurrence>();
  for (const placed of byClient.values()) for (const one of overlapping(placed)) found.set(`${one.first} ${one.second}`, one);
  return [...found.values()];
}

export function isSameTrajectory(one: Placed, other: Placed): boolean {
  return one.supplier !== other.supplier && overlaps(one, other) && sameClients(one.clients, other.clients);
}

function overlapping(placed: readonly Placed[]): Concurrence[] {
  const sorted = placed.toSorted((one, other) => (one.from < other.from ? -1 : Number(one.from > other.from)));
  return sorted.flatMap((one, index) =>
    sorted.slice(index + 1).flatMap((other): Concurrence[] => {
      if (!overlaps(one, other)) return [];
      return [{ first: one.path, second: other.path, kind: isSameTrajectory(one, other) ? 'SAME_TRAJECTORY' : 'TWO_AT_A_TIME' }];
    }),
  );
}

function overlaps(one: Placed, other: Placed): boolean {
  return (one.until === null || other.from <= one.until) && (other.until === null || one.from <= other.until);
}

function sameClients(one: readonly string[], other: readonly string[]): boolean {
  const [mine, theirs] = [new Set(one), new Set(other)];
  return mine.size > 0 && mine.size === theirs.size && [...mine].every((client) => theirs.has(client));
}
