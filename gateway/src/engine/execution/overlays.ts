/**
 * Finds, once per plan, where two fetches bring parts of the same inner object. There data may not be shared by reference. Fetches for objects of
 * different types never meet, so a list with ninety types needs no copies. In doubt two fetches do meet: a copy too many is only slow.
 */
import type { Overlays } from './merging.js';
import type { Selected } from './selected.js';

export interface Bringing {
  /** Keys from the root to the objects that it adds to. */
  readonly base: readonly string[];
  /** Types of these objects; null: of all. */
  readonly names: ReadonlySet<string> | null;
  readonly selected: Selected;
}

type Marks = Map<string, Marks>;

/** A fetch at a place. `line`: two fetches that came here along different lines bring different objects; null: it does not matter. */
interface View {
  readonly fetch: number;
  readonly line: number | null;
  readonly names: ReadonlySet<string> | null;
  readonly selected: Selected;
  readonly marks: Marks;
}

interface Occurrence extends View {
  readonly parts: Selected;
}

interface Place {
  readonly bases: View[];
  readonly below: Map<string, Place>;
}

/** Per fetch. `narrowed`: paths of fetches that look for their objects themselves; nothing along these is shared. */
export function overlaysOf(fetches: readonly Bringing[], narrowed: readonly (readonly string[])[], covers: (condition: string, name: string) => boolean): readonly Overlays[] {
  const root: Place = { bases: [], below: new Map() };
  const marks = fetches.map(({ base, names, selected }, fetch) => {
    const own: Marks = new Map();
    placeAt(root, base).bases.push({ fetch, line: null, names, selected, marks: own });
    return own;
  });
  new Search(covers).at(root, []);
  fetches.forEach(({ base }, index) => {
    for (const path of narrowed) if (base.every((key, at) => path[at] === key)) markAlong(marks[index] as Marks, path.slice(base.length));
  });
  return marks;
}

const NOWHERE: Place = { bases: [], below: new Map() };

class Search {
  private lines = 0;

  constructor(private readonly covers: (condition: string, name: string) => boolean) {}

  at(place: Place, fromAbove: readonly View[]): void {
    const views = [...fromAbove, ...place.bases];
    for (const [key, occurrences] of this.byKey(views)) {
      const below = place.below.get(key);
      if (!below && occurrences.every(({ fetch }) => fetch === occurrences[0]?.fetch)) continue;
      const found = this.marked(key, occurrences);
      // What meets nobody here meets nobody further on, unless another fetch begins there.
      const further = below ? found : found.filter(({ meets }) => meets);
      if (further.length > 0) this.at(below ?? NOWHERE, further);
    }
  }

  private byKey(views: readonly View[]): Map<string, Occurrence[]> {
    const found = new Map<string, Occurrence[]>();
    for (const view of views) {
      for (const { key, conditions, parts } of view.selected) {
        if (!parts) continue;
        const { fetch, line, selected, marks } = view;
        const occurrence = { fetch, line, selected, marks, parts, names: this.narrowed(view.names, conditions) };
        const known = found.get(key);
        if (known) known.push(occurrence);
        else found.set(key, [occurrence]);
      }
    }
    return found;
  }

  private narrowed(names: ReadonlySet<string> | null, conditions: readonly string[]): ReadonlySet<string> | null {
    return names && conditions.length > 0 ? new Set([...names].filter((name) => conditions.every((condition) => this.covers(condition, name)))) : names;
  }

  /** What meets others shares their line from here on; what does not has one of its own. */
  private marked(key: string, occurrences: readonly Occurrence[]): (View & { readonly meets: boolean })[] {
    const meetings = new Meetings(occurrences);
    const common = this.lines++;
    return occurrences.map((one) => {
      const meets = meetings.of(one);
      const line = meets ? common : this.lines++;
      return { fetch: one.fetch, line, names: null, selected: one.parts, meets, marks: meets ? markOf(one.marks, key) : new Map<string, Marks>() };
    });
  }
}

const ALL = '*';
const SUM = '+';

/** Who brings a key to which objects: by line and type, and summed over either. */
class Meetings {
  private readonly fetches = new Map<string, number | 'several'>();

  constructor(occurrences: readonly Occurrence[]) {
    for (const one of occurrences) {
      for (const name of one.names ?? [ALL]) for (const line of [one.line ?? ALL, SUM]) for (const type of [name, SUM]) this.add(`${line}|${type}`, one.fetch);
    }
  }

  of({ fetch, line, names }: Occurrence): boolean {
    const lines = line === null ? [SUM] : [line, ALL];
    const types = names ? [...names, ALL] : [SUM];
    return lines.some((one) => types.some((type) => (this.fetches.get(`${one}|${type}`) ?? fetch) !== fetch));
  }

  private add(token: string, fetch: number): void {
    const known = this.fetches.get(token);
    this.fetches.set(token, known === undefined || known === fetch ? fetch : 'several');
  }
}

function markOf(marks: Marks, key: string): Marks {
  const known = marks.get(key) ?? new Map<string, Marks>();
  marks.set(key, known);
  return known;
}

function markAlong(marks: Marks, path: readonly string[]): void {
  path.reduce(markOf, marks);
}

function placeAt(root: Place, path: readonly string[]): Place {
  return path.reduce((place, key) => {
    const below = place.below.get(key) ?? { bases: [], below: new Map<string, Place>() };
    place.below.set(key, below);
    return below;
  }, root);
}
