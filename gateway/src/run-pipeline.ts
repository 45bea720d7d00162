/** Runs the steps of the pipeline before, inside and after a front: the order is the list's, a refusal ends the walk and is answered. */
import type { DocumentNode } from 'graphql';
import { Fault } from '#kernel/faults.js';
import type { Exchange } from './exchange.js';
import { problemJson } from './exports/problem.js';
import type { Front, Moments } from './front/front.js';
import type { HttpAnswer } from './http-answer.js';
import type { Answer, GraphQLRequestBody, Resolved, Step } from './step.js';
import { publicError } from './steps/public-error.js';

export class PipelineRunner implements Moments {
  readonly front: Front;

  constructor(
    private readonly steps: readonly Step[],
    makeFront: (moments: Moments) => Front,
  ) {
    this.front = makeFront(this);
  }

  /** The steps before reading; null when all passed, else the refusal to send. */
  async admit(exchange: Exchange): Promise<HttpAnswer | null> {
    for (const one of this.steps) {
      try {
        const work = one.request?.(exchange);
        if (work) await work;
      } catch (thrown) {
        return this.refuse(exchange, declared(one, thrown));
      }
    }
    return null;
  }

  /** The steps between reading and parsing. Throws what a step refuses with. */
  read(exchange: Exchange, body: GraphQLRequestBody): GraphQLRequestBody {
    return this.steps.reduce((read, one) => {
      try {
        return one.body?.(exchange, read) ?? read;
      } catch (thrown) {
        throw declared(one, thrown);
      }
    }, body);
  }

  execute(exchange: Exchange, body: GraphQLRequestBody, accept: string | undefined): Promise<HttpAnswer> {
    return this.front.execute(exchange, body, accept);
  }

  document(document: DocumentNode): DocumentNode {
    return this.steps.reduce((read, one) => one.document?.(read) ?? read, document);
  }

  async operation(exchange: Exchange, resolved: Resolved): Promise<void> {
    for (const one of this.steps) {
      try {
        const work = one.operation?.(exchange, resolved);
        if (work) await work;
      } catch (thrown) {
        throw declared(one, thrown);
      }
    }
  }

  /** The answer for a request that never reached the front. `status` when HTTP has a better one than the code's own. */
  refuse(exchange: Exchange, thrown: unknown, status = 0): HttpAnswer {
    const error = publicError({ message: '', extensions: thrown instanceof Fault ? thrown.extensions : {} }, thrown instanceof Fault ? thrown : null);
    const message = thrown instanceof Fault ? thrown.message : error.message;
    const answer: Answer = { data: undefined, errors: [{ ...error, message }], extensions: undefined, status, executed: false, causes: [thrown], headers: new Map() };
    this.answer(exchange, answer);
    const present = exchange.arrival === 'rest' ? problemJson(exchange, answer) : errorsJson(answer);
    const signIn: [string, string][] = answer.status === 401 ? [['www-authenticate', 'Bearer']] : [];
    return { status: answer.status, headers: [['content-type', present.type], ...signIn, ...answer.headers], body: present.text };
  }

  /** For an answer that was made elsewhere, whole or in parts: nothing of it can be changed any more. `codes` say what went wrong on the way. */
  finish(exchange: Exchange, codes: readonly string[] = []): void {
    const errors = codes.map((code) => ({ message: '', extensions: { code } }));
    this.answer(exchange, { data: null, errors: errors.length > 0 ? errors : undefined, extensions: undefined, status: 200, executed: true, causes: [], headers: new Map() });
  }

  answer(exchange: Exchange, answer: Answer): void {
    for (const one of this.steps) one.answer?.(exchange, answer);
  }
}

function errorsJson({ errors }: Answer): { type: string; text: string } {
  return { type: 'application/json; charset=utf-8', text: `${JSON.stringify({ errors })}\n` };
}

/** A step may refuse only as the list says; anything else it throws is a bug. */
function declared(one: Step, thrown: unknown): unknown {
  if (thrown instanceof Fault && one.refuses.includes(thrown.code)) return thrown;
  return new Error(`step ${one.name} failed`, { cause: thrown });
}
