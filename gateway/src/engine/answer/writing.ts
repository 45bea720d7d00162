/** One answer while it is written. Whoever meets a null where none may stand tells it here; the text itself has no errors in it. */
import { GraphQLError } from 'graphql';
import { clientKey } from '../response-keys.js';

type Path = readonly (string | number)[];

/** JSON text; undefined: null where none may stand, told already, so that the parent must be null. */
export type Text = string | undefined;
export type Write = (value: unknown, writing: Writing) => Text;

export const NULL = 'null';

export class Writing {
  /** From the root, in the client's keys. */
  readonly path: (string | number)[] = [];
  readonly errors: GraphQLError[] = [];
  /** How many values were not what the schema promises; more than `errors` when a subgraph told of some itself. */
  faults = 0;
  private readonly texts: (Map<object, string> | undefined)[] = [];

  /** `told`: errors of subgraphs. */
  constructor(private readonly told: readonly GraphQLError[]) {}

  /** Texts of objects that stand at several places, by what is asked of them. */
  textsOf(place: number): Map<object, string> {
    return (this.texts[place] ??= new Map());
  }

  /** `missing`: nothing was sent at all, as when a null rose inside a subgraph and took what stands beside it along: then an error about the same object says why. */
  fault(sentence: string, missing = false): void {
    this.faults++;
    const place = missing ? this.path.slice(0, -1) : this.path;
    if (!this.told.some(({ path }) => !path || explains(path, place))) this.errors.push(new GraphQLError(sentence, { path: [...this.path] }));
  }
}

/** An error above a place or below it says why there is nothing. */
function explains(told: Path, place: Path): boolean {
  const length = Math.min(told.length, place.length);
  for (let at = 0; at < length; at++) {
    const part = told[at];
    if ((typeof part === 'string' ? clientKey(part) : part) !== place[at]) return false;
  }
  return true;
}
