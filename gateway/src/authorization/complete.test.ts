import { describe, expect, it } from '@jest/globals';
import { CASE_WORKER, Reader } from './testing/reader.js';

const caseWorker = new Reader(CASE_WORKER);
const analyst = new Reader({ ...CASE_WORKER, roles: ['ANALYST'], purpose: 'statistiek' });
const district = new Reader({ ...CASE_WORKER, roles: ['WIJKTEAM'], purpose: 'schuldhulp' });

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
function answer(reader: Reader, query: string, fetched: unknown): { text: string; paths: unknown[] } {
  const { data, errors } = reader.answer(query, fetched);
  return { text: JSON.stringify(data), paths: errors.map(({ path }) => path && plain(path)) };
}

describe('an answer with hidden fields', () => {
  it('has a null for each, in its own place and order, and one error', () => {
    expect(answer(caseWorker, '{ open person(id: 1) { debts name more: debts } last: open }', { open: 1, person: { name: 'An' }, last: 1 })).toEqual({
      text: '{"open":1,"person":{"debts":null,"name":"An","more":null},"last":1}',
      paths: [['person', 'debts'], ['person', 'more']],
    });
  });

  it('says by code and in Dutch why, and with what purpose it shows', () => {
    const [error] = caseWorker.answer('{ person(id: 1) { debts } }', { person: { __typename: 'Person' } }).errors;
    expect(error?.toJSON()).toEqual({
      message: 'Dit veld mag u voor de doelbinding wsw niet inzien. Wel met: schuldhulp.',
      path: ['person', 'debts'],
      extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE', whyHidden: { reason: 'PURPOSE', purposes: ['schuldhulp'] } },
    });
  });

  it('of a list has one error, at the first row that has the field', () => {
    expect(answer(caseWorker, '{ find { id friends { debts } } }', { find: [{ id: '1', friends: [] }, { id: '2', friends: [{ __typename: 'Person' }, { __typename: 'Person' }] }] })).toEqual({
      text: '{"find":[{"id":"1","friends":[]},{"id":"2","friends":[{"debts":null},{"debts":null}]}]}',
      paths: [['find', 1, 'friends', 0, 'debts']],
    });
  });

  it('that stand nowhere, for a list is empty or a parent null, still has the error; with a path where that needs no index', () => {
    expect(answer(caseWorker, '{ find { debts } person(id: 1) { debts } }', { find: [], person: null })).toEqual({ text: '{"find":[],"person":null}', paths: [undefined, ['person', 'debts']] });
    expect(answer(caseWorker, '{ strict { debts } }', null)).toEqual({ text: 'null', paths: [['strict', 'debts']] });
  });

  it('makes its parent null where no null may stand, up to the first that may be', () => {
    expect(answer(caseWorker, '{ person(id: 1) { name must } open }', { person: { name: 'An' }, open: 1 })).toEqual({ text: '{"person":null,"open":1}', paths: [['person', 'must']] });
    expect(answer(caseWorker, '{ person(id: 1) { name friends { id must } } }', { person: { name: 'An', friends: [{ id: '2' }, { id: '3' }] } })).toEqual({ text: '{"person":null}', paths: [['person', 'friends', 0, 'must']] });
    expect(answer(caseWorker, '{ strict { must } }', { strict: { __typename: 'Person' } })).toEqual({ text: 'null', paths: [['strict', 'must']] });
    expect(answer(analyst, '{ open everybody { __typename } }', { open: 1 })).toEqual({ text: 'null', paths: [['everybody']] });
  });

  it('tells the types of an interface or union apart, also when nobody asked their names', () => {
    const works = [{ __typename: 'HagueWork', title: 'Tuin' }, { __typename: 'LeidenWork', own: 1 }];
    expect(answer(district, '{ works { ... on HagueWork { title } ... on LeidenWork { title own } } }', { works })).toEqual({
      text: '{"works":[{"title":"Tuin"},{"title":null,"own":1}]}',
      paths: [['works', 1, 'title']],
    });
  });

  it('shows by one way what it hides by the other: of an interface, and of one of its types', () => {
    expect(answer(district, '{ works { title ... on HagueWork { title } } }', { works: [{ __typename: 'LeidenWork' }, { __typename: 'HagueWork', title: 'Tuin' }] })).toEqual({
      text: '{"works":[{"title":null},{"title":"Tuin"}]}',
      paths: [['works', 0, 'title']],
    });
  });

  it('gives back nothing that was not asked, as the engine left it, whatever it is called', () => {
    const fetched = JSON.parse('{"person":{"__proto__":"An","id":"1","constructor":"1","extra":true}}') as unknown;
    const { data } = caseWorker.answer('{ person(id: 1) { __proto__: name debts constructor: id } }', fetched);
    expect(JSON.stringify(data)).toBe('{"person":{"__proto__":"An","debts":null,"constructor":"1"}}');
    expect(({} as Record<string, unknown>)['debts']).toBeUndefined();
  });

  it('answers questions about the schema as ever', () => {
    expect(analyst.answer('{ person(id: 1) { id } __type(name: "Me") { fields { name } } __typename }', {}).data).toEqual({ person: null, __type: { fields: [{ name: 'id' }] }, __typename: 'Query' });
  });

  it('to a variable of the wrong kind is a refusal without data', () => {
    const { data, errors } = analyst.answer('query ($id: ID!) { person(id: $id) { id } }', {});
    expect([data, errors.length]).toEqual([undefined, 1]);
  });
});
