/** The library as it is, over the same subgraphs. */
import '../../src/no-telemetry.js';
import { createHash } from 'node:crypto';
import { ApolloGateway } from '@apollo/gateway';
import { GraphQLError, print } from 'graphql';
import { verdictOf, type Answering, type ErrorPath, type Question, type Verdict } from './answer.js';

type Executor = Awaited<ReturnType<ApolloGateway['load']>>['executor'];
type RequestContext = Parameters<Executor>[0];

/** What one question is asked of. */
interface Asking {
  subgraphs: Answering;
}

export interface Stock {
  ask(question: Question, subgraphs: Answering): Promise<Verdict>;
  stop(): Promise<void>;
}

const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

export async function stockGateway(supergraphSdl: string): Promise<Stock> {
  const gateway = new ApolloGateway({
    supergraphSdl,
    logger: quiet,
    queryPlannerConfig: { debug: { pathsLimit: 1000, maxEvaluatedPlans: 200 } },
    buildService: ({ name }) => ({
      process: async ({ request, context }) => {
        const { data, errors } = await (context as Asking).subgraphs.ask(name, request.query ?? '', request.variables ?? {});
        return { data: data ?? null, errors: errors?.map(({ message, path, extensions }) => new GraphQLError(message, { path, extensions })) };
      },
    }),
  });
  const { executor } = await gateway.load();
  return { ask: (question, subgraphs) => ask(executor, question, { subgraphs }), stop: () => gateway.stop() };
}

async function ask(executor: Executor, { document, variables }: Question, context: Asking): Promise<Verdict> {
  const source = print(document);
  const request = { query: source, variables };
  const incoming = { request, document, source, queryHash: createHash('sha256').update(source).digest('hex'), context, metrics: {}, logger: quiet, operationName: null };
  const answer = await executor(incoming as unknown as RequestContext);
  const completion = answer.extensions?.['valueCompletion'];
  return verdictOf(answer.data, answer.errors ?? [], Array.isArray(completion) ? (completion as { path?: ErrorPath }[]) : []);
}
