/**
 * Guarantees that what runs is the one operation that the checks before it saw, and that a portal, which stands still between its
 * releases, runs the operations of its own list and nothing else (decision 0018): a stolen token of a browser asks what the pages ask.
 */
import { OperationTypeNode, type OperationDefinitionNode } from 'graphql';
import { badInput, Fault, forbidden } from '#kernel/faults.js';
import type { Arrival, Exchange } from '../exchange.js';
import type { Clients } from '../operations/clients.js';
import type { GraphQLRequestBody, StepWork } from '../step.js';
import { faultIn } from './public-error.js';

/** `known`: portals send ids of known operations only. `free`: every client may write its own. */
export const OPERATION_RULES = ['known', 'free'] as const;

export interface OperationRules {
  readonly clients: Clients;
  readonly portals: (typeof OPERATION_RULES)[number];
}

class NotByGet extends Fault {
  constructor() {
    super('BAD_USER_INPUT', 'Met GET kan alleen een vraag. Stuur al het andere met POST.');
  }
}

/** `rules` null: a plain gateway, which has no lists of operations and no subscriptions. */
export function knownOperations(rules: OperationRules | null): StepWork {
  return {
    body: (exchange, body) => (body.documentId === undefined ? ownText(rules, exchange, body) : textOfId(rules, exchange, body, body.documentId)),
    operation: (exchange, { operation }) => {
      // Without this, an empty operationName makes the server see no operation while the engine still executes the document, mutations included.
      if (!operation) throw badInput('Het is niet duidelijk welke bewerking bedoeld is: noem er een in operationName.');
      demandKind(operation, exchange.arrival, rules !== null);
      exchange.operation = { name: operation.name?.value ?? null, kind: operation.operation };
    },
    answer: (_exchange, answer) => {
      if (!answer.causes.some((cause) => faultIn(cause) instanceof NotByGet)) return;
      answer.status = 405;
      answer.headers.set('allow', 'POST');
    },
  };
}

/** A text under an id is never learned from a client: what is not on the list is not there. */
function textOfId(rules: OperationRules | null, exchange: Exchange, body: GraphQLRequestBody, documentId: string): GraphQLRequestBody {
  const query = rules?.clients.of(exchange.client).operations.get(documentId);
  if (query === undefined) throw badInput('Deze bewerking (documentId) staat niet in de lijst van uw toepassing.');
  return { ...body, query, documentId: undefined };
}

function ownText(rules: OperationRules | null, exchange: Exchange, body: GraphQLRequestBody): GraphQLRequestBody {
  if (rules?.portals === 'known' && rules.clients.of(exchange.client).kind === 'portal') {
    throw forbidden('Deze toepassing voert alleen bekende bewerkingen uit: stuur documentId in plaats van query.');
  }
  return body;
}

function demandKind({ operation }: OperationDefinitionNode, arrival: Arrival, subscriptions: boolean): void {
  if (arrival === 'get' && operation !== OperationTypeNode.QUERY) throw new NotByGet();
  if (operation === OperationTypeNode.SUBSCRIPTION && !subscriptions) throw badInput('Abonnementen kunnen hier niet.');
}
