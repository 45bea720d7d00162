/** Subgraphs for tests: each answers by a function and remembers what it was asked. */
import { parse } from 'graphql';
import { newExchange, type Exchange } from '../../../exchange.js';
import type { FetchNode, FlattenNode, PathStep, PlanNode, RequiredSelection } from '../../plan.js';
import type { SubgraphAnswer } from '../../subgraph.js';
import { compilePlan, type RunPlan } from '../compile-plan.js';
import type { Fetched } from '../fetched.js';
import { SupergraphTypes } from '../types.js';
import { joined, questionsIn, type Question, type Representation } from './joint-requests.js';

export type Answering = (question: Question) => SubgraphAnswer | Promise<SubgraphAnswer>;

export interface Asked extends Question {
  readonly subgraph: string;
  readonly mutating: boolean;
}

export class FakeSubgraphs {
  /** Question by question, also those that came in one request. */
  readonly asked: Asked[] = [];
  /** As they were sent, however many questions are in one. */
  readonly requests: (Question & { readonly subgraph: string })[] = [];
  readonly types: SupergraphTypes;
  private readonly fixed = new Map<string, SubgraphAnswer>();

  constructor(
    supergraph: string,
    private readonly answering: Readonly<Record<string, Answering>>,
  ) {
    this.types = new SupergraphTypes(parse(supergraph));
  }

  compiled(node: PlanNode | null): Promise<RunPlan> {
    const subgraphs = new Map(Object.entries(this.answering).map(([name, answer]) => [name, { name, ask: async (_exchange: Exchange, { body, mutating }: { body: string; mutating: boolean }) => this.answer(name, answer, body, mutating) }]));
    return compilePlan({ node }, { subgraphs, types: this.types });
  }

  /** From now on, whatever the request. */
  answersWith(subgraph: string, answer: SubgraphAnswer): void {
    this.fixed.set(subgraph, answer);
  }

  async run(node: PlanNode | null, variables: Readonly<Record<string, unknown>> = {}): Promise<Fetched> {
    return (await this.compiled(node))(newExchange([], 'post'), variables);
  }

  /** Representations that a subgraph was sent, per question. */
  represented(name: string): (readonly Representation[] | undefined)[] {
    return this.asked.filter(({ subgraph }) => subgraph === name).map(({ variables }) => variables.representations);
  }

  private async answer(subgraph: string, answering: Answering, body: string, mutating: boolean): Promise<SubgraphAnswer> {
    const question = JSON.parse(body) as Question;
    this.requests.push({ subgraph, ...question });
    const parts = questionsIn(question);
    for (const { query, variables } of parts.length > 0 ? parts : [question]) this.asked.push({ subgraph, mutating, query, variables });
    // As it comes from a socket: later, and of new objects.
    await new Promise((resolve) => setImmediate(resolve));
    const answer = this.fixed.get(subgraph) ?? (parts.length > 0 ? joined(parts, await Promise.all(parts.map(answering))) : await answering(question));
    return JSON.parse(JSON.stringify(answer)) as SubgraphAnswer;
  }
}

/** Answers each representation by itself. */
export function entities(one: (representation: Representation) => unknown): Answering {
  return ({ variables }) => ({ data: { _entities: (variables.representations ?? []).map(one) } });
}

export function sequence(...nodes: PlanNode[]): PlanNode {
  return { kind: 'Sequence', nodes };
}

export function parallel(...nodes: PlanNode[]): PlanNode {
  return { kind: 'Parallel', nodes };
}

export function rootFetch(serviceName: string, operation: string, more: Partial<FetchNode> = {}): FetchNode {
  return { kind: 'Fetch', serviceName, operation, operationKind: operation.startsWith('mutation') ? 'mutation' : 'query', variableUsages: [], ...more };
}

/** `path`: with dots. Asks about objects of `type`, by their id, for `selection`. */
export function entityFetch(serviceName: string, path: string, type: string, selection: string, more: Partial<FetchNode> = {}): FlattenNode {
  const operation = `query Q__${serviceName}__7($representations:[_Any!]!){_entities(representations:$representations){...on ${type}{${selection}}}}`;
  return at(path.split('.'), { kind: 'Fetch', serviceName, operation, operationKind: 'query', variableUsages: [], requires: byId(type), ...more });
}

export function at(path: readonly PathStep[], node: PlanNode): FlattenNode {
  return { kind: 'Flatten', path, node };
}

export function byId(type: string, ...more: readonly string[]): RequiredSelection[] {
  return [{ kind: 'InlineFragment', typeCondition: type, selections: ['__typename', 'id', ...more].map((name) => ({ kind: 'Field', name })) }];
}
