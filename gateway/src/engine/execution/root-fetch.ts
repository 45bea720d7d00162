/** A fetch that asks about no object: at the root of a question or a command, or below an object that has the root itself as a field. */
import { errorAt, failureAt } from './fetch-errors.js';
import type { FetchParts } from './fetch-parts.js';
import type { Json } from './own.js';
import { copiedAlong, placeAt, type WayStep } from './placing.js';
import { askRoot, type Reply } from './reply.js';
import type { RequestText } from './request-text.js';
import type { Run } from './run.js';
import { objectsAt, placesOf, type Place } from './true-places.js';
import { inTurn } from './turn.js';

export interface RootFetchParts extends FetchParts {
  readonly request: RequestText;
  /** Under which it is planned, when it asks for one field only. */
  readonly onlyKey: string | null;
}

export class RootFetch {
  private readonly steps: readonly WayStep[];

  constructor(private readonly parts: RootFetchParts) {
    this.steps = [...parts.shared, ...parts.owned];
  }

  start(run: Run): Promise<void> | undefined {
    const targets = this.targets(run);
    return targets.length === 0 ? undefined : this.fetch(run, targets);
  }

  private targets(run: Run): readonly Json[] {
    const { path, position, asked } = this.parts;
    if (path.length === 0) return [run.tree];
    return position ? run.register.all(position) : objectsAt(run.tree, path, asked.types);
  }

  private async fetch(run: Run, targets: readonly Json[]): Promise<void> {
    const { question, asked, request } = this.parts;
    const ask = (): Promise<Reply> => askRoot(asked, run.exchange, request.of(run, []));
    const reply = await inTurn(question === null ? ask() : run.reads.rootOf(question, ask), run.turn);
    if (reply.data) this.merge(run, question === null ? reply.data : copiedAlong(reply.data, this.steps), targets);
    if (reply.errors.length > 0 || reply.failure) this.tell(run, reply, targets);
  }

  private merge(run: Run, data: Json, targets: readonly Json[]): void {
    const { merging, shared, owned } = this.parts;
    for (const step of shared) placeAt(data, step, run.register);
    merging.into(targets, data, undefined);
    for (const target of targets) for (const step of owned) placeAt(target, step, run.register);
  }

  private tell(run: Run, { errors, failure }: Reply, targets: readonly Json[]): void {
    const { path, asked, origin, onlyKey } = this.parts;
    const places: readonly Place[] = path.length === 0 ? [[]] : [...placesOf(run.tree, path, new Set(targets), asked.types).values()].flat();
    const only = places.length === 1 && onlyKey !== null ? [...(places[0] ?? []), onlyKey] : undefined;
    for (const error of errors) {
      if (!error.path?.length) run.errors.push(errorAt(error, origin, only, []));
      else for (const one of places) run.errors.push(errorAt(error, origin, one, error.path));
    }
    if (failure) run.errors.push(failureAt(failure, only));
  }
}
