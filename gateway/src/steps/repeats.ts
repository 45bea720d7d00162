/**
 * How often one field stands in one place, fragments filled in, under whatever names: a thousand aliases and a thousand copies are the
 * same attack. Told before validation, which compares every copy with every other.
 */
import { Kind, visit, type DocumentNode, type SelectionSetNode } from 'graphql';

type Counts = ReadonlyMap<string, number>;

const NOTHING: Counts = new Map();

export function repeatsTooOften(document: DocumentNode, most: number): boolean {
  const counting = new Counting(document);
  let found = false;
  visit(document, {
    SelectionSet: (set) => {
      found ||= [...counting.of(set).values()].some((count) => count > most);
      return found ? false : undefined;
    },
  });
  return found;
}

class Counting {
  private readonly fragments: ReadonlyMap<string, SelectionSetNode>;
  /** What each fragment brings; while it is being counted nothing, so that a ring of fragments, which validation refuses, ends here too. */
  private readonly known = new Map<string, Counts>();

  constructor({ definitions }: DocumentNode) {
    this.fragments = new Map(definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one.selectionSet] as const] : [])));
  }

  of({ selections }: SelectionSetNode): Counts {
    const counts = new Map<string, number>();
    const add = (name: string, count: number): void => void counts.set(name, (counts.get(name) ?? 0) + count);
    for (const one of selections) {
      if (one.kind === Kind.FIELD) add(one.name.value, 1);
      else for (const [name, count] of one.kind === Kind.INLINE_FRAGMENT ? this.of(one.selectionSet) : this.ofFragment(one.name.value)) add(name, count);
    }
    return counts;
  }

  private ofFragment(name: string): Counts {
    const known = this.known.get(name);
    const set = this.fragments.get(name);
    if (known || !set) return known ?? NOTHING;
    this.known.set(name, NOTHING);
    const counts = this.of(set);
    this.known.set(name, counts);
    return counts;
  }
}
