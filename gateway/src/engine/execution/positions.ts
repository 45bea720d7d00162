/**
 * The places of a plan at which objects get further data, as a tree of paths. Whoever brings data puts the objects at these places into the
 * register as it passes; nobody has to look for them from the root again.
 */
import type { PathStep } from '../plan.js';

export class Position {
  readonly keys = new Map<string, Position>();
  items: Position | null = null;
  /** A fetch takes its objects from here. */
  isTarget = false;
  /** Two fetches may bring the same object. */
  mayRepeat = false;
  /** What fetches add to the objects here. */
  readonly added = new Set<string>();
  /** What the objects here may have when they come. */
  readonly provided = new Set<string>();
  /** Objects here come with this key and nothing else: those of one type and key are one object. Null: they may differ. */
  identity: string | null = null;

  constructor(readonly index: number) {}
}

export class Positions {
  readonly root = new Position(0);
  private readonly all: Position[] = [this.root];

  /** By index. */
  get identities(): readonly (string | null)[] {
    return this.all.map(({ identity }) => identity);
  }

  /** -1 is none. */
  mayRepeat(index: number): void {
    const position = this.all[index];
    if (position) position.mayRepeat = true;
  }

  /** Steps that narrow to a type are left out: a fetch with such a path looks for its objects itself. */
  at(path: readonly PathStep[]): Position {
    let position = this.root;
    for (const step of path) if (typeof step === 'string') position = this.below(position, step);
    return position;
  }

  private below(position: Position, step: string): Position {
    const known = step === '@' ? position.items : position.keys.get(step);
    if (known) return known;
    const fresh = new Position(this.all.length);
    this.all.push(fresh);
    if (step === '@') position.items = fresh;
    else position.keys.set(step, fresh);
    return fresh;
  }
}

export function narrows(path: readonly PathStep[]): boolean {
  return path.some((step) => typeof step !== 'string');
}

/** The keys of a path only. */
export function keysIn(path: readonly PathStep[]): readonly string[] {
  return path.filter((step) => typeof step === 'string' && step !== '@') as string[];
}
