/** Small supergraphs written by hand, with their own resolvers, put to the library and to our engine with either planner. */
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse, validate, type GraphQLSchema } from 'graphql';
import type { SubgraphAnswer } from '../../src/engine/subgraph.js';
import type { Question, Verdict } from './answer.js';
import { compiledGateway, type PlannerName } from './compiled.js';
import { apiSchemaOf, composedSdl } from './federation.js';
import { stockGateway, type Stock } from './stock.js';

type Resolver = (source: never, args: never) => unknown;
export type Resolvers = Readonly<Record<string, Readonly<Record<string, Resolver>>>>;

export interface HandSubgraph {
  /** Without its head. */
  readonly sdl: string;
  /** As @apollo/subgraph wants them, `__resolveReference` included. */
  readonly resolvers: Resolvers;
  /** Done to every answer before it is sent. */
  readonly twist?: ((answer: SubgraphAnswer, query: string) => SubgraphAnswer) | undefined;
}

const HEAD = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@override", "@interfaceObject", "@inaccessible"])\n';

export type Who = 'stock' | PlannerName;

export interface Said {
  readonly data: unknown;
  readonly errors: readonly unknown[];
}

/** What each subgraph was asked, in order. */
export interface Asked {
  readonly subgraph: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export class HandWritten {
  readonly supergraphSdl: string;
  readonly schema: GraphQLSchema;
  readonly asked: Asked[] = [];
  private readonly schemas: ReadonlyMap<string, GraphQLSchema>;
  private readonly gateways = new Map<Who, Promise<Stock>>();

  constructor(private readonly parts: Readonly<Record<string, HandSubgraph>>) {
    const texts = new Map(Object.entries(parts).map(([name, { sdl }]) => [name, HEAD + sdl] as const));
    const composed = composedSdl(texts);
    if (typeof composed !== 'string') throw new TypeError(composed.join('\n'));
    this.supergraphSdl = composed;
    this.schema = apiSchemaOf(composed);
    this.schemas = new Map([...texts].map(([name, sdl]) => [name, buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: parts[name]?.resolvers as never })] as const));
  }

  async ask(who: Who, text: string, variables: Record<string, unknown> = {}): Promise<Said> {
    const { data, paths } = await this.verdict(who, text, variables);
    return { data, errors: paths };
  }

  async verdict(who: Who, text: string, variables: Record<string, unknown> = {}): Promise<Verdict> {
    this.asked.length = 0;
    const document = parse(text);
    const [fault] = validate(this.schema, document);
    if (fault) throw fault;
    const question: Question = { text, document, variables };
    const gateway = await this.gateway(who);
    return gateway.ask(question, { ask: (name: string, query: string, sent: Readonly<Record<string, unknown>>) => this.answer(name, query, sent) });
  }

  private gateway(who: Who): Promise<Stock> {
    const known = this.gateways.get(who) ?? (who === 'stock' ? stockGateway(this.supergraphSdl) : compiledGateway(this.supergraphSdl, who));
    this.gateways.set(who, known);
    return known;
  }

  private async answer(name: string, query: string, variables: Readonly<Record<string, unknown>>): Promise<SubgraphAnswer> {
    this.asked.push({ subgraph: name, query, variables });
    const schema = this.schemas.get(name);
    if (!schema) throw new TypeError(`no subgraph ${name}`);
    const answer = JSON.parse(JSON.stringify(await execute({ schema, document: parse(query), variableValues: { ...variables } }))) as SubgraphAnswer;
    return this.parts[name]?.twist?.(answer, query) ?? answer;
  }
}
