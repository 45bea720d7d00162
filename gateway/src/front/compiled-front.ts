/**
 * A front of our own before an engine of our own. A document is parsed, validated and made ready once; a request that brings a known one is
 * judged by the steps, run, and written as text. Answers are those of the stock front.
 */
import { GraphQLError, OperationTypeNode } from 'graphql';
import { coercedVariables } from '../coerced-variables.js';
import type { Engine } from '../engine/engine.js';
import type { Exchange } from '../exchange.js';
import type { HttpAnswer } from '../http-answer.js';
import type { ResolvedOperation } from '../per-operation.js';
import type { Answer, GraphQLRequestBody } from '../step.js';
import type { Front, Moments } from './front.js';
import { asGraphQLError, coded, type FrontRules } from './front-rules.js';
import { asksOnlyTheSchema, describe } from './introspection.js';
import { KnownDocuments, operationIn } from './known-documents.js';
import { legacyStatus } from './legacy-status.js';
import { JSON_TYPE, mediaTypeFor } from './media-type.js';
import { refusedWith, unacceptable, type Outcome } from './outcome.js';
import type { Run } from './run.js';
import type { Texts } from './texts.js';

export interface Lease {
  readonly engine: Engine;
  end(): void;
}

export interface CompiledParts {
  readonly rules: FrontRules;
  readonly texts: Texts;
  /** A request begins, with the supergraph that is served now; it keeps it until `end`. */
  readonly begin: () => Lease;
  /** How an operation that was let through is run. */
  readonly run: Run;
  /** No question comes any more. */
  readonly stop: () => void;
}

export class CompiledFront implements Front {
  private readonly known = new WeakMap<Engine, KnownDocuments>();

  constructor(
    private readonly moments: Moments,
    private readonly parts: CompiledParts,
  ) {}

  async start(): Promise<void> {
    this.parts.begin().end();
  }

  async stop(): Promise<void> {
    this.parts.stop();
  }

  async execute(exchange: Exchange, body: GraphQLRequestBody, accept: string | undefined): Promise<HttpAnswer> {
    const type = mediaTypeFor(accept);
    const outcome = type === null ? unacceptable() : await this.leased(exchange, body);
    const answer = this.answerOf(outcome);
    this.moments.answer(exchange, answer);
    return { status: legacyStatus(answer.status, accept), headers: [['content-type', type ?? JSON_TYPE], ...answer.headers], body: textOf(answer, outcome.data) };
  }

  private answerOf({ data, errors, status }: Outcome): Answer {
    return {
      data,
      errors: errors.length > 0 ? errors.map(this.parts.rules.format) : undefined,
      extensions: undefined,
      status,
      executed: data !== undefined,
      headers: new Map(),
      causes: errors,
    };
  }

  private async leased(exchange: Exchange, body: GraphQLRequestBody): Promise<Outcome> {
    const { engine, end } = this.parts.begin();
    try {
      return await this.outcome(this.knownTo(engine), exchange, body);
    } finally {
      end();
    }
  }

  private async outcome(known: KnownDocuments, exchange: Exchange, body: GraphQLRequestBody): Promise<Outcome> {
    if (body.extensions?.['persistedQuery']) return refusedWith(200, new GraphQLError('PersistedQueryNotSupported', { extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } }));
    try {
      const { document, faults } = known.of(this.parts.texts.parse(body.query ?? ''));
      if (faults.length > 0) return refusedWith(400, ...faults);
      const resolved = { document, operation: operationIn(document, body.operationName), schema: known.engine.schema, variables: body.variables ?? {} };
      await this.moments.operation(exchange, resolved);
      if (!resolved.operation) throw new TypeError('an operation that nobody missed');
      return await this.run(known, exchange, resolved as ResolvedOperation);
    } catch (thrown) {
      const error = asGraphQLError(thrown);
      return thrown instanceof GraphQLError && error.message.startsWith('Syntax Error') ? refusedWith(400, coded(error, 'GRAPHQL_PARSE_FAILED')) : refusedWith(500, error);
    }
  }

  private async run(known: KnownDocuments, exchange: Exchange, resolved: ResolvedOperation): Promise<Outcome> {
    // Its answer is a stream, made by whoever called us; the engine knows no subscriptions.
    if (resolved.operation.operation === OperationTypeNode.SUBSCRIPTION) return { data: 'null', errors: [], status: 200 };
    const { errors } = coercedVariables(resolved);
    if (errors) return refusedWith(400, ...errors.map((error) => coded(error, 'BAD_USER_INPUT')));
    const answer = await this.parts.run(exchange, resolved, async (document) => {
      const { operation, schema, variables } = resolved;
      const asked = { document, operation: operationIn(document, operation.name?.value) ?? operation, schema, variables };
      if (asksOnlyTheSchema(asked)) return describe(asked);
      const began = performance.now();
      const prepared = await known.prepare(document, operation.name?.value ?? null);
      exchange.watch.part('plan', began);
      return prepared.run(exchange, variables);
    });
    return { ...answer, status: answer.data === undefined ? 500 : 200 };
  }

  private knownTo(engine: Engine): KnownDocuments {
    const known = this.known.get(engine) ?? new KnownDocuments(engine, this.moments, this.parts.rules);
    this.known.set(engine, known);
    return known;
  }
}

/** In the order of the stock front; `data` is JSON text already. */
function textOf({ errors, extensions }: Answer, data: string | undefined): string {
  const members = [errors && `"errors":${JSON.stringify(errors)}`, data !== undefined && `"data":${data}`, extensions && `"extensions":${JSON.stringify(extensions)}`];
  return `{${members.filter((one) => typeof one === 'string').join(',')}}\n`;
}
