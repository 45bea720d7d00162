/**
 * The part that understands GraphQL: from the text of a question to the text of its answer, between the steps. There may be more than one; the
 * steps run at the same moments in each, with the same facts, and answers are alike.
 */
import type { DocumentNode } from 'graphql';
import type { Exchange } from '../exchange.js';
import type { HttpAnswer } from '../http-answer.js';
import type { Answer, GraphQLRequestBody, Resolved } from '../step.js';

export interface Front {
  /** Resolves when questions can be answered. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** `accept`: the client's header. */
  execute(exchange: Exchange, body: GraphQLRequestBody, accept: string | undefined): Promise<HttpAnswer>;
}

/** The moments of the steps that fall inside a front; each runs all steps in the pipeline's order. */
export interface Moments {
  /** After parsing: the document that is validated. */
  document(document: DocumentNode): DocumentNode;
  /** After parsing and validation, before planning. Throws what a step refuses with. */
  operation(exchange: Exchange, resolved: Resolved): Promise<void>;
  /** Before the answer leaves. */
  answer(exchange: Exchange, answer: Answer): void;
}
