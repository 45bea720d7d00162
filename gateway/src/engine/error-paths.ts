/**
 * Where in the answer an error about an entity belongs. The gateway library counts representations over all objects behind a
 * path, also those of other types that were never asked about, and so names the wrong row; this finds the row itself.
 */
export type Path = readonly (string | number)[];

interface Found {
  readonly path: Path;
  readonly value: Readonly<Record<string, unknown>>;
}

/** The path of each representation, in order; undefined for one that is not found. `cursor` has '@' where a list is entered. */
export function entityPaths(answer: unknown, cursor: Path, representations: readonly unknown[]): (Path | undefined)[] {
  const candidates = objectsAt(answer, cursor, []);
  let next = 0;
  return representations.map((representation) => {
    const index = candidates.findIndex(({ value }, at) => at >= next && isShownBy(representation, value));
    if (index < 0) return undefined;
    next = index + 1;
    return candidates[index]?.path;
  });
}

/** The planner's own aliases are no names of the client. */
export function withoutPlannerAliases(path: Path): Path {
  return path.map((part) => (typeof part === 'string' ? part.replace(/__alias_\d+$/, '') : part));
}

function objectsAt(value: unknown, cursor: Path, path: Path): Found[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => objectsAt(item, cursor[0] === '@' ? cursor.slice(1) : cursor, [...path, index]));
  if (!isObject(value)) return [];
  const [head, ...rest] = cursor;
  if (head === undefined) return [{ path, value }];
  return Object.hasOwn(value, head) ? objectsAt(value[head], rest, [...path, head]) : [];
}

/** All that the representation says is said by the object too. */
function isShownBy(representation: unknown, value: unknown): boolean {
  if (!isObject(representation)) return representation === value;
  return isObject(value) && Object.entries(representation).every(([key, part]) => isShownBy(part, value[key]));
}

function isObject(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
