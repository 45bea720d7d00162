/**
 * `_entities` at a service, by somebody who holds the gateway's envelope and asks for what is not his: the scope is asked for every single
 * reference, and what a reference says beside its id decides nothing.
 */
import { describe, expect, it } from '@jest/globals';
import { leidschendamWorkers, scenarioWorkers } from '../../local/population/fixed-people.js';
import { personOf } from '../kit/stack.js';
import { comparable, serviceDoor } from './asking/doors.js';
import { viewerOf } from './asking/people.js';

const ABSENT = 'A'.repeat(43);
const PERSON = 'query E($of: [_Any!]!) { _entities(representations: $of) { ... on Person { bsn name { full } birthDate } } }';
const EMPLOYMENT = 'query E($of: [_Any!]!) { _entities(representations: $of) { ... on ZoetermeerRijswijkSwEmployment { hoursPerWeek person { id } workerName { full } } } }';
const caseWorker = viewerOf('CASE_WORKER', 'werk-en-inkomen', 'wsw');
const officer = viewerOf('PLACEMENT_OFFICER', 'sw-leiden', 'wsw');
const person = (bsn: string, extra: object = {}): object => ({ __typename: 'Person', id: personOf(bsn), ...extra });
const known = scenarioWorkers[14]!;

describe('a reference', () => {
  it('to somebody who is not the viewer\'s is answered like one to nobody, byte for byte; his own case worker sees him', async () => {
    const benefits = serviceDoor('benefits');
    const [hidden, absent] = await Promise.all([[person(known.bsn)], [{ __typename: 'Person', id: ABSENT }]].map((of) => benefits.ask(officer, PERSON, { of })));
    expect(comparable(hidden!)).toBe(comparable(absent!));
    expect((await benefits.ask(caseWorker, PERSON, { of: [person(known.bsn)] })).text).toContain(known.bsn);
  });

  it('among others that are the viewer\'s is hidden by itself', async () => {
    const own = `zoetermeer-rijswijk:E:${leidschendamWorkers[0]!.employmentNumber}`;
    const of = [own, 'zoetermeer-rijswijk:E:1', 'leiden:E:40015', 'zoetermeer-rijswijk:E:99999'].map((id) => ({ __typename: 'ZoetermeerRijswijkSwEmployment', id }));
    const { data } = await serviceDoor('sw-zoetermeer-rijswijk').ask(viewerOf('CASE_WORKER', 'werk-en-inkomen', 'wsw'), EMPLOYMENT, { of });
    const [first, ...others] = data!['_entities'] as ({ person: { id: string } | null } | null)[];
    expect(first?.person?.id).toBe(personOf(leidschendamWorkers[0]!.bsn));
    expect(others.slice(1)).toEqual([null, null]);
  });

  it.each<[string, object]>([
    ['a right in its fields', { residence: { code: '0626' }, roles: ['CASE_WORKER'], body: 'werk-en-inkomen', viewer: { subject: 'x', roles: ['CASE_WORKER'] } }],
    ['values for its fields', { bsn: '990000000', name: { full: 'Iemand' }, birthDate: '1970-01-01' }],
    ['names of the language', JSON.parse('{"__proto__":{"purpose":"wsw"},"constructor":{"prototype":{"purpose":"wsw"}}}') as object],
  ])('that claims %s gets no more than without', async (_what, extra) => {
    const benefits = serviceDoor('benefits');
    const [claimed, plain] = await Promise.all([person(known.bsn, extra), person(known.bsn)].map((one) => benefits.ask(officer, PERSON, { of: [one] })));
    expect(comparable(claimed!)).toBe(comparable(plain!));
    expect(({} as Record<string, unknown>)['purpose']).toBeUndefined();
  });

  it.each<[string, unknown]>([
    ['a type that does not exist', { __typename: 'Dossier', id: 'x' }],
    ['the type of a root', { __typename: 'Query' }],
    ['a type of the language', { __typename: '__proto__', id: 'x' }],
    ['no type', { id: 'x' }],
    ['no id', { __typename: 'Person' }],
    ['an id that is no text', { __typename: 'Person', id: { $ne: null } }],
    ['a list of ids', { __typename: 'Person', id: [personOf(known.bsn)] }],
    ['a very long id', { __typename: 'Person', id: 'x'.repeat(1_000_000) }],
    ['half a character', { __typename: 'Person', id: '\ud800' }],
  ])('to %s shows nobody and tells nothing of the inside', async (_what, reference) => {
    const { status, text } = await serviceDoor('benefits').ask(officer, PERSON, { of: [reference] });
    expect(status).toBeLessThan(500);
    expect(text).not.toMatch(/node_modules|at \w+ \(|select |\b99\d{7}\b/);
  });

  it('is one of at most five hundred in a question; five hundred are answered', async () => {
    const of = (many: number): object[] => Array.from({ length: many }, () => ({ __typename: 'Person', id: ABSENT }));
    const benefits = serviceDoor('benefits');
    const refused = await benefits.ask(caseWorker, PERSON, { of: of(10_000) });
    expect([refused.status, refused.errors.map(({ extensions }) => extensions?.code)]).toEqual([400, ['LIMIT_EXCEEDED']]);
    expect((await benefits.ask(caseWorker, PERSON, { of: of(500) })).data?.['_entities']).toHaveLength(500);
  });
});
