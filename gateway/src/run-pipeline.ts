/** Runs the steps of the pipeline around the GraphQL server: the order is the list's, a refusal ends the walk and is answered. */
import { ApolloServer, HeaderMap, type ApolloServerPlugin, type GraphQLRequestContext, type GraphQLResponse } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import { Fault } from '#kernel/faults.js';
import type { Exchange } from './exchange.js';
import { problemJson } from './exports/problem.js';
import type { Answer, GraphQLRequestBody, Resolved, ServerOptions, Step } from './step.js';
import { wantsEvents } from './steps/live-news.js';
import { publicError } from './steps/public-error.js';

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Iterable<readonly [string, string]>;
  readonly body: string;
}

export class PipelineRunner {
  readonly server: ApolloServer<Exchange>;

  constructor(
    private readonly steps: readonly Step[],
    more: ServerOptions & { plugins: ApolloServerPlugin<Exchange>[] },
  ) {
    const options = Object.assign({}, ...steps.map((one) => one.options ?? {}), more, { plugins: [...more.plugins, this.plugin()] });
    this.server = new ApolloServer<Exchange>(options);
  }

  /** The steps before reading; null when all passed, else the refusal to send. */
  async admit(exchange: Exchange): Promise<HttpAnswer | null> {
    for (const one of this.steps) {
      try {
        await one.request?.(exchange);
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

  async execute(exchange: Exchange, body: GraphQLRequestBody, accept: string | undefined): Promise<HttpAnswer> {
    const headers = new HeaderMap([['content-type', 'application/json'], ['accept', acceptable(accept)]]);
    const response = await this.server.executeHTTPGraphQLRequest({ httpGraphQLRequest: { method: 'POST', headers, search: '', body: { ...body } }, context: async () => exchange });
    if (response.body.kind !== 'complete') throw new TypeError('answers in parts are not offered');
    return { status: legacyStatus(response.status ?? 200, accept), headers: response.headers, body: response.body.string };
  }

  /** The answer for a request that never reached the GraphQL server. `status` when HTTP has a better one than the code's own. */
  refuse(exchange: Exchange, thrown: unknown, status = 0): HttpAnswer {
    const error = publicError({ message: '', extensions: thrown instanceof Fault ? thrown.extensions : {} }, thrown instanceof Fault ? thrown : null, 'mask');
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

  private answer(exchange: Exchange, answer: Answer): void {
    for (const one of this.steps) one.answer?.(exchange, answer);
  }

  private async check(one: Step, exchange: Exchange, resolved: Resolved): Promise<void> {
    try {
      await one.operation?.(exchange, resolved);
    } catch (thrown) {
      throw declared(one, thrown);
    }
  }

  private plugin(): ApolloServerPlugin<Exchange> {
    return {
      requestDidStart: async () => ({
        validationDidStart: async (context) => {
          Object.assign(context, { document: this.steps.reduce((document, one) => one.document?.(document) ?? document, context.document) });
        },
        didResolveOperation: async ({ contextValue, operation, document, schema, request }) => {
          for (const one of this.steps) await this.check(one, contextValue, { operation, document, schema, variables: request.variables ?? {} });
        },
        // Its answer is a stream, made by whoever called us; the engine knows no subscriptions.
        responseForOperation: async ({ operation }) => (operation.operation === OperationTypeNode.SUBSCRIPTION ? nothingYet() : null),
        willSendResponse: async (context) => this.presentResponse(context),
      }),
    };
  }

  private presentResponse({ contextValue, response, errors }: GraphQLRequestContext<Exchange>): void {
    if (response.body?.kind !== 'single') return;
    const result = response.body.singleResult;
    const answer: Answer = {
      data: result.data,
      errors: result.errors && [...result.errors],
      extensions: result.extensions,
      status: response.http.status ?? 200,
      executed: 'data' in result,
      causes: errors ?? [],
      headers: new Map(),
    };
    this.answer(contextValue, answer);
    response.http.status = answer.status;
    for (const [name, value] of answer.headers) response.http.headers.set(name, value);
    response.body.singleResult = {
      ...('data' in result ? { data: result.data } : {}),
      ...(answer.errors ? { errors: answer.errors } : {}),
      ...(answer.extensions ? { extensions: answer.extensions } : {}),
    };
  }
}

/** Whoever takes a stream of events takes JSON: that is what a question, and every refusal, is answered with. */
function acceptable(accept: string | undefined): string {
  return accept === undefined || wantsEvents(accept) ? '*/*' : accept;
}

/**
 * Who takes only the old media type expects 200 for every well-formed request, and looks for errors in the answer (GraphQL over HTTP,
 * application/json). Refusals that are not about the document keep their status.
 */
function legacyStatus(status: number, accept: string | undefined): number {
  return status === 400 && /\bapplication\/json\b/i.test(accept ?? '') && !/graphql-response|\*/.test(accept ?? '') ? 200 : status;
}

function errorsJson({ errors }: Answer): { type: string; text: string } {
  return { type: 'application/json; charset=utf-8', text: `${JSON.stringify({ errors })}\n` };
}

function nothingYet(): GraphQLResponse {
  return { http: { status: undefined, headers: new HeaderMap() }, body: { kind: 'single', singleResult: { data: null } } };
}

/** A step may refuse only as the list says; anything else it throws is a bug. */
function declared(one: Step, thrown: unknown): unknown {
  if (thrown instanceof Fault && one.refuses.includes(thrown.code)) return thrown;
  return new Error(`step ${one.name} failed`, { cause: thrown });
}
