/** Apollo Server and Apollo's gateway, with the pipeline's steps around them. */
import { ApolloServer, HeaderMap, type ApolloServerOptionsWithGateway, type ApolloServerPlugin, type GraphQLRequestContext, type GraphQLResponse } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import type { Exchange } from '../exchange.js';
import type { HttpAnswer } from '../http-answer.js';
import type { Answer, GraphQLRequestBody, ServerOptions } from '../step.js';
import { wantsEvents } from '../steps/live-news.js';
import type { Front, Moments } from './front.js';
import { legacyStatus } from './legacy-status.js';

export type StockOptions = ServerOptions & { readonly plugins: ApolloServerPlugin<Exchange>[] };

export class StockFront implements Front {
  private readonly server: ApolloServer<Exchange>;

  constructor(
    private readonly moments: Moments,
    options: StockOptions,
  ) {
    this.server = new ApolloServer<Exchange>({ ...options, plugins: [...options.plugins, this.plugin()] } as ApolloServerOptionsWithGateway<Exchange>);
  }

  start(): Promise<void> {
    return this.server.start();
  }

  stop(): Promise<void> {
    return this.server.stop();
  }

  async execute(exchange: Exchange, body: GraphQLRequestBody, accept: string | undefined): Promise<HttpAnswer> {
    const headers = new HeaderMap([['content-type', 'application/json'], ['accept', acceptable(accept)]]);
    const response = await this.server.executeHTTPGraphQLRequest({ httpGraphQLRequest: { method: 'POST', headers, search: '', body: { ...body } }, context: async () => exchange });
    if (response.body.kind !== 'complete') throw new TypeError('answers in parts are not offered');
    return { status: legacyStatus(response.status ?? 200, accept), headers: response.headers, body: response.body.string };
  }

  private plugin(): ApolloServerPlugin<Exchange> {
    return {
      requestDidStart: async () => ({
        validationDidStart: async (context) => {
          Object.assign(context, { document: this.moments.document(context.document) });
        },
        didResolveOperation: async ({ contextValue, operation, document, schema, request }) => {
          await this.moments.operation(contextValue, { operation, document, schema, variables: request.variables ?? {} });
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
    this.moments.answer(contextValue, answer);
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

function nothingYet(): GraphQLResponse {
  return { http: { status: undefined, headers: new HeaderMap() }, body: { kind: 'single', singleResult: { data: null } } };
}
