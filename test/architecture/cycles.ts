/** Rings in the graph of imports, each named once by its files in order. */
export function findCycles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const state = new Map<string, 'open' | 'done'>();
  const rings = new Set<string>();
  const path: string[] = [];

  const visit = (file: string): void => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      rings.add(ringFrom(path.slice(path.indexOf(file))));
      return;
    }
    state.set(file, 'open');
    path.push(file);
    for (const next of graph.get(file) ?? []) if (graph.has(next)) visit(next);
    path.pop();
    state.set(file, 'done');
  };

  for (const file of graph.keys()) visit(file);
  return [...rings];
}

/** Starts at the alphabetically first file, so that the same ring has one name. */
function ringFrom(files: readonly string[]): string {
  const start = files.indexOf([...files].sort()[0] ?? '');
  return [...files.slice(start), ...files.slice(0, start)].join(' -> ');
}
