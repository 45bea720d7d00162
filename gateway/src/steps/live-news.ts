/**
 * Guarantees that a subscription never reaches the engine: it becomes a query per event, which goes through this whole list with the
 * subscriber's own token and purpose, and a seat among a bounded number of streams. What he may not see leaves no trace.
 */
import { OperationTypeNode } from 'graphql';
import { badInput } from '#kernel/faults.js';
import { asQuery } from '../news/as-query.js';
import { TooManyStreams, type NewsHub } from '../news/news-hub.js';
import { namingRootConditions } from '../news/root-conditions.js';
import type { StepWork } from '../step.js';
import { faultIn } from './public-error.js';

const RESUME_HEADER = 'last-event-id';
const NUMBER = /^\d{1,15}$/;
const HOW = 'Een abonnement is een stroom van gebeurtenissen: stuur het met POST en de header "accept: text/event-stream".';

export const wantsEvents = (accept: string | undefined): boolean => /\btext\/event-stream\b/i.test(accept ?? '');

export function liveNews(hub: NewsHub): StepWork {
  return {
    document: namingRootConditions,
    operation: async (exchange, resolved) => {
      const { operation } = resolved;
      if (operation?.operation !== OperationTypeNode.SUBSCRIPTION || !exchange.viewer) return;
      if (!wantsEvents(exchange.headers.get('accept'))) throw badInput(HOW);
      const event = asQuery({ ...resolved, operation });
      const place = { subject: exchange.viewer.subject, id: event.id, after: numberIn(exchange.headers.get(RESUME_HEADER)) };
      exchange.opened.subscription = { event, seat: await hub.join(place), turns: hub.turns };
    },
    answer: (_exchange, answer) => {
      if (answer.causes.some((cause) => faultIn(cause) instanceof TooManyStreams)) answer.status = 429;
    },
  };
}

function numberIn(header: string | undefined): number | null {
  if (header === undefined || header === '') return null;
  if (!NUMBER.test(header)) throw badInput('last-event-id is het nummer van de laatste gebeurtenis die u kreeg.');
  return Number(header);
}
