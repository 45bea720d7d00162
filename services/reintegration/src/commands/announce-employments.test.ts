import { describe, expect, it } from '@jest/globals';
import type { EmploymentPointer } from '../domain/directory-ports.js';
import { announceEmployments, type PointerIndex } from './announce-employments.js';

const person = 'a'.repeat(43);
const employment = (over: object = {}) => ({ person, employment: 'leiden:E:1', from: '2010-01-01', until: null, ...over });

function index() {
  const stored: EmploymentPointer[] = [];
  const given: PointerIndex = {
    companyOf: (service) => (service === 'sw-leiden' ? { body: 'sw-leiden', code: 'leiden' } : null),
    onceOnly: (_command, work) =>
      work({
        async storePointers(pointers) {
          stored.push(...pointers);
          return pointers.length;
        },
      }),
  };
  return { given, stored };
}

const announce = (given: PointerIndex, employments: object[], from = 'sw-leiden') => announceEmployments(given, { id: 'c-1', from, payload: { employments } });

describe('an announcement of employments', () => {
  it('enters pointers and nothing else', async () => {
    const { given, stored } = index();
    await announce(given, [employment({ name: 'ignored' })]);
    expect(stored).toEqual([{ person, company: 'sw-leiden', employment: 'leiden:E:1', from: '2010-01-01', until: null }]);
  });

  it('counts an employment that it names twice once, the last naming wins', async () => {
    const { given, stored } = index();
    expect(await announce(given, [employment(), employment({ until: '2014-01-31' })])).toEqual({ announced: 1 });
    expect(stored[0]?.until).toBe('2014-01-31');
  });

  it('is FORBIDDEN for a service that is no sw company, and allowed for one that is', async () => {
    const { given, stored } = index();
    await expect(announce(given, [employment()], 'benefits')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(stored).toEqual([]);
    await expect(announce(given, [employment()])).resolves.toEqual({ announced: 1 });
  });

  it.each([
    ['an employment of another company', { employment: 'wassenaar:E:1' }],
    ['an id that is no employment', { employment: 'leiden:W:1' }],
    ['an end before its start', { until: '2009-12-31' }],
    ['a person id that is no pseudonym', { person: '999000011' }],
  ])('with %s is BAD_USER_INPUT as a whole', async (_what, wrong) => {
    const { given, stored } = index();
    await expect(announce(given, [employment(), employment({ employment: 'leiden:E:2', ...wrong })])).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(stored).toEqual([]);
  });
});
