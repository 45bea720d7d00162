/**
 * A fetch about objects that are there already: each question of this run is asked once, however many objects it is about, and what comes
 * back is put into all of them.
 */
import { errorAt, failureAt } from './fetch-errors.js';
import type { FetchParts } from './fetch-parts.js';
import type { Grouping } from './groupings.js';
import type { AskEntities } from './joint-question.js';
import { copiedAlong, placeAt, type WayStep } from './placing.js';
import { isRecord, typenameOf, type Json } from './own.js';
import type { EntitiesReply } from './reply.js';
import type { Representations } from './representations.js';
import type { Group } from './register.js';
import type { Run } from './run.js';
import type { Reading } from './shared-reads.js';
import { objectsAt, placesOf, type Place } from './true-places.js';
import { inTurn } from './turn.js';

export interface EntityFetchParts extends FetchParts {
  readonly grouping: Grouping | null;
  /** Where the grouping tells objects apart, their representations differ too. */
  readonly tellsApart: boolean;
  readonly representations: Representations;
  readonly ask: AskEntities;
  /** The answer says of which type each entity is. */
  readonly tellsType: boolean;
}

/** All objects that are represented alike. */
type Targets = readonly Group[];

/** The questions of a fetch, each with what it is about, by the same index. */
interface Questions {
  readonly texts: readonly string[];
  readonly targets: readonly Targets[];
}

export class EntityFetch {
  private readonly steps: readonly WayStep[];

  constructor(private readonly parts: EntityFetchParts) {
    this.steps = [...parts.shared, ...parts.owned];
  }

  /** Nothing to wait for when there are no objects. */
  start(run: Run): Promise<void> | undefined {
    const questions = this.questions(run);
    return questions.texts.length === 0 ? undefined : this.fetch(run, questions);
  }

  private questions(run: Run): Questions {
    const { position, grouping, path, representations, asked, tellsApart } = this.parts;
    const { groups, apart } = position ? run.register.groups(position, representations.names, grouping) : { groups: objectsAt(run.tree, path, asked.types).map((object) => [object]), apart: false };
    return apart && tellsApart ? eachAsked(groups, representations) : askedTogether(groups, representations);
  }

  private async fetch(run: Run, { texts, targets }: Questions): Promise<void> {
    const { question } = this.parts;
    if (question === null) return this.take(run, await inTurn(this.ask(run, texts, targets)[0], run.turn), targets);
    const known = run.reads.entitiesOf(question);
    const fresh = texts.flatMap((text, index) => (known.has(text) ? [] : [index]));
    const freshTexts = fresh.map((index) => texts[index] as string);
    const own = fresh.length > 0 ? this.ask(run, freshTexts, fresh.map((index) => targets[index] as Targets))[0] : null;
    freshTexts.forEach((text, index) => known.set(text, { reply: own as Promise<EntitiesReply>, index }));
    for (const [reply, mine] of byReply({ texts, targets }, known)) this.take(run, await inTurn(reply, run.turn), mine, reply !== own);
  }

  /** In an array, for a promise in an async function's result would be waited for. */
  private ask(run: Run, texts: readonly string[], targets: readonly Targets[]): [Promise<EntitiesReply>] {
    const { asked, ask } = this.parts;
    const typenames = asked.rewrites.length > 0 ? targets.map((one) => typenameOf(one[0]?.[0] ?? {})) : texts.map(() => undefined);
    return [ask(run, texts, typenames)];
  }

  /** `targets`: by index of the entity; holes for what others asked about. */
  private take(run: Run, reply: EntitiesReply, targets: readonly (Targets | undefined)[], secondHand = false): void {
    reply.entities.forEach((entity, index) => {
      const wanted = targets[index];
      if (wanted && isRecord(entity)) this.merge(run, this.parts.question === null || this.steps.length === 0 ? entity : copiedAlong(entity, this.steps), wanted);
    });
    if (reply.errors.length > 0 || reply.failure) this.tell(run, reply, targets, secondHand);
  }

  private merge(run: Run, entity: Json, targets: Targets): void {
    const { merging, shared, owned, tellsType } = this.parts;
    const taking = tellsType ? targets.filter((group) => this.settleType(run, group, typenameOf(entity))) : targets;
    // What is shared first: it may stand for another object, and is taken by reference.
    if (taking.length > 0) for (const step of shared) placeAt(entity, step, run.register);
    for (const group of taking) {
      merging.into(group, entity, typenameOf(group[0] as Json));
      for (const step of owned) for (const target of group) placeAt(target, step, run.register);
    }
  }

  /** An interface may turn out to be one of its types; anything else is not the object that was asked about. */
  private settleType(run: Run, group: Group, told: string | undefined): boolean {
    const { asked, position } = this.parts;
    const known = typenameOf(group[0] as Json);
    if (told === undefined || told === known || known === undefined || asked.types.covers(told, known)) return true;
    if (!asked.types.covers(known, told)) {
      const places = [...this.places(run, group).values()].flat();
      for (const one of places) run.errors.push(errorAt({ message: 'an answer about an object of another type' }, this.parts.origin, one, []));
      return false;
    }
    for (const target of group) target['__typename'] = told;
    if (position) run.register.typesChanged(position.index);
    return true;
  }

  private tell(run: Run, { errors, failure }: EntitiesReply, targets: readonly (Targets | undefined)[], secondHand: boolean): void {
    const places = this.places(run, targets.flatMap((one) => one?.flat() ?? []));
    const all = [...places.values()].flat();
    const only = all.length === 1 ? all[0] : undefined;
    for (const error of errors) {
      const index = error.path?.[0] === '_entities' ? error.path[1] : undefined;
      if (typeof index !== 'number') {
        if (!secondHand) run.errors.push(errorAt(error, this.parts.origin, only, []));
        continue;
      }
      for (const target of targets[index]?.flat() ?? []) for (const one of places.get(target) ?? []) run.errors.push(errorAt(error, this.parts.origin, one, error.path?.slice(2) ?? []));
    }
    if (failure) run.errors.push(failureAt(failure, only));
  }

  private places(run: Run, targets: readonly Json[]): ReadonlyMap<Json, readonly Place[]> {
    return placesOf(run.tree, this.parts.path, new Set(targets), this.parts.asked.types);
  }
}

/** Of groups that are told apart already no two have the same text. */
function eachAsked(groups: readonly Group[], { textOf }: Representations): Questions {
  const [texts, targets]: [string[], Targets[]] = [[], []];
  for (const group of groups) {
    const text = textOf(group[0] as Json);
    if (text === null) continue;
    texts.push(text);
    targets.push([group]);
  }
  return { texts, targets };
}

function askedTogether(groups: readonly Group[], { textOf }: Representations): Questions {
  const byText = new Map<string, Group[]>();
  for (const group of groups) {
    const text = textOf(group[0] as Json);
    if (text === null) continue;
    const known = byText.get(text);
    if (known) known.push(group);
    else byText.set(text, [group]);
  }
  return { texts: [...byText.keys()], targets: [...byText.values()] };
}

function byReply({ texts, targets }: Questions, readings: ReadonlyMap<string, Reading>): Map<Promise<EntitiesReply>, Targets[]> {
  const found = new Map<Promise<EntitiesReply>, Targets[]>();
  texts.forEach((text, index) => {
    const reading = readings.get(text);
    if (!reading) return;
    const list = found.get(reading.reply) ?? [];
    list[reading.index] = targets[index] as Targets;
    found.set(reading.reply, list);
  });
  return found;
}
