/** What the gateway does not tell about itself: the doors between services are not in its schema. */
import { describe, expect, it } from '@jest/globals';
import { url } from '../kit/stack.js';
import { gatewayDoor } from './asking/doors.js';
import { accessToken, viewerOf } from './asking/people.js';

const analyst = viewerOf('ANALYST', 'werk-en-inkomen', 'statistiek');
const FEDERATION = [
  '{ _service { sdl } }',
  '{ s: _service { sdl } }',
  'query Q($of: [_Any!]!) { _entities(representations: $of) { __typename } }',
  '{ ...F } fragment F on Query { _service { sdl } }',
  '{ ... on Query { _entities(representations: [{ __typename: "Person", id: "x" }]) { __typename } } }',
  '{ swCompanies { ... on LeidenSwCompany { cells(by: [CATEGORY]) { count } } } }',
];

describe('the doors of the services', () => {
  it.each(FEDERATION)('are not in the schema of the gateway: %s', async (query) => {
    const { status, text } = await gatewayDoor.ask(analyst, query, { of: [{ __typename: 'Person', id: 'x' }] });
    expect(status).toBe(400);
    expect(text).not.toMatch(/@key|@link|"sdl"|Did you mean/);
  });

  it('nor is what a company supplies to the half-yearly statistics: it may be taken for a slip for a field that is everybody\'s', async () => {
    const query = '{ swCompanies { ... on LeidenSwCompany { employmentStatistics(halfYear: 20132, persons: []) { known } } } }';
    const { status, text } = await gatewayDoor.ask(analyst, query, {});
    expect(status).toBe(400);
    expect(text).toContain('Cannot query field');
    expect(text).not.toContain('SwStatisticsDelivery');
  });

  it('neither by GET', async () => {
    const headers = { authorization: `Bearer ${await accessToken(analyst)}`, 'apollo-require-preflight': '1' };
    const answer = await fetch(`${url}/graphql?query=${encodeURIComponent('{ _service { sdl } }')}`, { headers });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await answer.text()).not.toMatch(/@key|Did you mean/);
  });
});
