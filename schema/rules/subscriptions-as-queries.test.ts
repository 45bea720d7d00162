import { describe, expect, it } from '@jest/globals';
import { directory, inputOf } from '../check-input.js';
import { subscriptionsAsQueries } from './subscriptions-as-queries.js';

const sdl = (field: string): string => `extend schema { subscription: Subscription } type Subscription { ${field} }`;
const check = (subscriptions: string | null): string[] => subscriptionsAsQueries.check({ ...inputOf(), subscriptions });

describe('subscriptions-as-queries', () => {
  it('a subscription with the type of a query by id is in order', () => {
    expect(check(sdl('placeChanged(id: ID): Workplace'))).toEqual([]);
  });

  it('one that no query answers is refused, and one of a type that is not there', () => {
    expect(check(sdl('rentChanged(id: ID): Workplace'))).toEqual(['Subscription.rentChanged: there is no query rent(id: ID!) of the type Workplace']);
    expect(check(sdl('placeChanged(id: ID): ID'))).toHaveLength(1);
    expect(check(sdl('placeChanged(id: ID): Nothing'))).toEqual([expect.stringContaining('Unknown type "Nothing"')]);
    expect(check(null)).toHaveLength(1);
  });

  it('one in a subgraph is refused', () => {
    const input = inputOf({ reintegration: `${directory} type Subscription { placeChanged: Int }` });
    expect(subscriptionsAsQueries.check({ ...input, subscriptions: sdl('placeChanged(id: ID): Workplace') })).toEqual(['a subgraph has subscriptions; the engine cannot execute them']);
  });
});
