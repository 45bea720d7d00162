/**
 * Guarantees that what runs is the one operation that the checks before it saw. Without this, an empty operationName makes
 * the server see no operation at all while the engine still executes the document, mutations included.
 */
import { OperationTypeNode } from 'graphql';
import { badInput } from '#kernel/faults.js';
import type { StepWork } from '../step.js';

export function knownOperations(subscriptions: boolean): StepWork {
  return {
    operation: (exchange, { operation }) => {
      if (!operation) throw badInput('Het is niet duidelijk welke bewerking bedoeld is: noem er een in operationName.');
      if (operation.operation === OperationTypeNode.SUBSCRIPTION && !subscriptions) throw badInput('Abonnementen kunnen hier niet.');
      exchange.operation = { name: operation.name?.value ?? null, kind: operation.operation };
    },
  };
}
