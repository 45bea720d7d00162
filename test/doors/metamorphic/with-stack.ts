/** The running stack of the tests, asked as its demo users; loaded only where there is one. */
import { scenarioWorkers, demoWorker } from '../../../local/population/fixed-people.js';
import { as, personOf, url } from '../../kit/stack.js';
import type { Ask } from './ask.js';

/** A token for each user is fetched once. */
export function asDemoUser(): Ask {
  const clients = new Map<string, ReturnType<typeof as>>();
  return async (user, { query, operationName, variables }) => {
    const client = clients.get(user.user) ?? as(user.user);
    clients.set(user.user, client);
    const { who } = await client;
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${who.token}`, 'x-doelbinding': user.purpose },
      body: JSON.stringify({ query, operationName, variables }),
    });
    return (await response.json()) as Awaited<ReturnType<Ask>>;
  };
}

export const knownIds = (): string[] => [demoWorker, ...scenarioWorkers.slice(0, 6)].map(({ bsn }) => personOf(bsn));
