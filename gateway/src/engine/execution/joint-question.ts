/**
 * Questions about entities of one subgraph that begin together, and that the plan waits for together, travel in one request, each under an alias; the same question
 * of two fetches is one of them. Guarantees: what comes of each is what would have come of it alone. A request that brings no data is asked again question by
 * question, so that none is lost for the fault of another; only reads are asked this way.
 */
import { jointText, type QuestionPart } from './question-parts.js';
import { ask, entitiesIn, type Asked, type EntitiesReply, type Reply } from './reply.js';
import { REPRESENTATIONS, RequestText } from './request-text.js';
import type { Run } from './run.js';

/** `texts`: representations; `typenames`: of the objects that they are of, by the same index. */
export type AskEntities = (run: Run, texts: readonly string[], typenames: readonly (string | undefined)[]) => Promise<EntitiesReply>;

const ENTITIES = '_entities';
/** Which of them have something to ask differs from run to run; a plan with many is not kept in every mixture. */
const MOST_KEPT = 64;

export function askingAlone(asked: Asked, request: RequestText): AskEntities {
  return async (run, texts, typenames) => {
    const reply = await ask(asked, run.exchange, request.of(run, [[REPRESENTATIONS, texts]]));
    return entitiesIn(asked, reply, reply.data?.[ENTITIES], typenames);
  };
}

/** One of the fetches that may begin together. */
export interface Member {
  readonly asked: Asked;
  readonly part: QuestionPart;
  readonly alone: AskEntities;
}

/** What one fetch asks in one run, until all have said what they ask. */
interface Waiting {
  readonly member: Member;
  readonly texts: readonly string[];
  readonly typenames: readonly (string | undefined)[];
  settle(reply: EntitiesReply | Promise<EntitiesReply>): void;
  fail(error: unknown): void;
}

/** Where in a request a fetch's representations are: in which list, from where, of how many. */
interface Share {
  readonly waiting: Waiting;
  readonly alias: string;
  readonly from: number;
  readonly all: number;
}

export class JointQuestion {
  private readonly waiting = new Map<Run, Waiting[]>();
  private readonly requests = new Map<string, RequestText>();

  asking(member: Member): AskEntities {
    return (run, texts, typenames) => new Promise((settle, fail) => this.wait(run, { member, texts, typenames, settle, fail }));
  }

  private wait(run: Run, one: Waiting): void {
    const others = this.waiting.get(run);
    if (others) return void others.push(one);
    this.waiting.set(run, [one]);
    run.whenBegun(() => this.send(run));
  }

  private send(run: Run): void {
    const all = this.waiting.get(run) ?? [];
    this.waiting.delete(run);
    const [first, ...others] = all;
    if (first && others.length === 0) return askedAlone(run, first);
    this.askTogether(run, all).catch((error: unknown) => {
      for (const { fail } of all) fail(error);
    });
  }

  private async askTogether(run: Run, all: readonly Waiting[]): Promise<void> {
    const parts = [...new Set(all.map(({ member }) => member.part))];
    const lists = parts.map((part) => [part.variable, all.flatMap(({ member, texts }) => (member.part === part ? texts : []))] as const);
    const [first] = all as [Waiting];
    const reply = await ask(first.member.asked, run.exchange, this.requestFor(parts).of(run, lists));
    if (!reply.data && !reply.failure) for (const one of all) askedAlone(run, one);
    else for (const one of sharesOf(all)) one.waiting.settle(replyTo(one, reply, parts));
  }

  private requestFor(parts: readonly QuestionPart[]): RequestText {
    const key = parts.map(({ alias }) => alias).join();
    const known = this.requests.get(key);
    if (known) return known;
    const request = new RequestText(jointText(parts), [...new Set(parts.flatMap(({ variableUsages }) => variableUsages))]);
    if (this.requests.size < MOST_KEPT) this.requests.set(key, request);
    return request;
  }
}

function askedAlone(run: Run, { member, texts, typenames, settle }: Waiting): void {
  settle(member.alone(run, texts, typenames));
}

function sharesOf(all: readonly Waiting[]): Share[] {
  const counts = new Map<string, number>();
  const placed = all.map((waiting) => {
    const { alias } = waiting.member.part;
    const from = counts.get(alias) ?? 0;
    counts.set(alias, from + waiting.texts.length);
    return { waiting, alias, from };
  });
  return placed.map((one) => ({ ...one, all: counts.get(one.alias) ?? 0 }));
}

/** Its part of the answer, as if it had asked alone. An error that belongs to nobody is told once. */
function replyTo({ waiting, alias, from, all }: Share, reply: Reply, parts: readonly QuestionPart[]): EntitiesReply {
  const { member, typenames } = waiting;
  const to = from + typenames.length;
  const errors = reply.errors.flatMap((error) => {
    const [key, index, ...below] = error.path ?? [];
    if (key !== alias) return from === 0 && alias === parts[0]?.alias && !parts.some((part) => part.alias === key) ? [error] : [];
    if (typeof index !== 'number') return from === 0 ? [{ ...error, path: undefined }] : [];
    return index >= from && index < to ? [{ ...error, path: [ENTITIES, index - from, ...below] }] : [];
  });
  const list = reply.data?.[alias];
  const own: unknown = Array.isArray(list) && list.length === all ? list.slice(from, to) : null;
  return entitiesIn(member.asked, { ...reply, errors }, own, typenames);
}
