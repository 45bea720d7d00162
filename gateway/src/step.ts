/** What a step of the pipeline is. A step does its work at one or more moments; a refusal is a Fault of a code it declares. */
import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { DocumentNode, GraphQLFormattedError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { FaultCode } from '#kernel/faults.js';
import type { Exchange } from './exchange.js';

/** The operation that will run; known only after parsing and validation. */
export interface Resolved {
  readonly operation: OperationDefinitionNode | undefined;
  readonly document: DocumentNode;
  /** What clients see of the supergraph. */
  readonly schema: GraphQLSchema;
  /** As they were sent. */
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface Answer {
  data: unknown;
  /** Undefined when nothing went wrong. */
  errors: GraphQLFormattedError[] | undefined;
  extensions: Record<string, unknown> | undefined;
  /** HTTP status. */
  status: number;
  /** True when execution began: then the fields that did answer stand in `data`. */
  readonly executed: boolean;
  /** HTTP headers to send along. */
  readonly headers: Map<string, string>;
  /** The errors as they were thrown; for the log, never for the client. */
  readonly causes: readonly unknown[];
}

/** A GraphQL request whose JSON was read and has the right shape. */
export interface GraphQLRequestBody {
  /** The text of the document; absent when `documentId` names it. */
  readonly query?: string | undefined;
  readonly documentId?: string | undefined;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | null | undefined;
}

export type ServerOptions = Partial<ApolloServerOptionsWithGateway<Exchange>>;

export interface StepWork {
  /** Settings of the GraphQL server that are this step's. */
  readonly options?: ServerOptions;
  /** Before the body is looked at. */
  request?(exchange: Exchange): Promise<void> | void;
  /** After the JSON was read, before parsing: the request that goes on. */
  body?(exchange: Exchange, body: GraphQLRequestBody): GraphQLRequestBody;
  /** After parsing: the document that is validated. */
  document?(document: DocumentNode): DocumentNode;
  /** After parsing and validation, before planning. */
  operation?(exchange: Exchange, resolved: Resolved): Promise<void> | void;
  /** Before the answer leaves, refusals included. */
  answer?(exchange: Exchange, answer: Answer): void;
}

export interface Step extends StepWork {
  readonly name: string;
  /** `schakel`: only with the Schakel profile; `any`: for every supergraph. */
  readonly profile: 'schakel' | 'any';
  readonly refuses: readonly FaultCode[];
}

export function step(name: string, profile: Step['profile'], refuses: readonly FaultCode[], work: StepWork): Step {
  return { ...work, name, profile, refuses };
}
