import { describe, expect, it } from '@jest/globals';
import { ANALYST, CASE_WORKER, DISTRICT_TEAM, Reader } from './testing/reader.js';

const caseWorker = new Reader(CASE_WORKER);
const forDebts = new Reader({ ...CASE_WORKER, purpose: 'schuldhulp' });
const analyst = new Reader(ANALYST);
const district = new Reader(DISTRICT_TEAM);

describe('a question', () => {
  it('of which all may be read is asked as it was sent, the very same document', () => {
    const { asked, whole, hidden } = caseWorker.read('{ person(id: 1) { ...P } } fragment P on Person { name }');
    expect([asked, hidden]).toEqual([whole, []]);
    expect(caseWorker.asked('{ person(id: 1) { ...P } } fragment P on Person { name }')).toContain('...P');
  });

  it('loses what its viewer may not read, and tells for what purpose he might', () => {
    expect(caseWorker.asked('{ person(id: 1) { name debts } }')).toBe('{ person(id: 1) { name } }');
    expect(caseWorker.hidden('{ person(id: 1) { name debts } }')).toEqual(['person.debts: PURPOSE schuldhulp']);
    expect(forDebts.asked('{ person(id: 1) { name debts } }')).toBe('{ person(id: 1) { name debts } }');
  });

  it('without a purpose is told every purpose that would do', () => {
    expect(new Reader({ ...CASE_WORKER, purpose: null }).hidden('{ person(id: 1) { name } open }')).toEqual(['person: PURPOSE wsw bijstand schuldhulp levering-srg levering-statistiek-wsw']);
  });

  it('about what no purpose shows to his role, or his program does not open, says so', () => {
    expect(analyst.hidden('{ person(id: 1) { name } count }')).toEqual(['person: ROLE']);
    expect(new Reader({ ...ANALYST, scopes: [] }).hidden('{ count }')).toEqual(['count: SCOPE']);
    expect(analyst.asked('{ count }')).toBe('{ count }');
  });

  it('of which nothing may be read is not asked at all', () => {
    expect(analyst.asked('{ person(id: 1) { name } find { id } }')).toBeNull();
  });

  it('of an object of which nothing else may be read asks whether it is there', () => {
    expect(caseWorker.asked('{ person(id: 1) { debts } }')).toBe('{ person(id: 1) { __typename } }');
    expect(caseWorker.asked('{ person(id: 1) { __typename: name friends { debts } } }')).toBe('{ person(id: 1) { __typename: name friends { typeHere: __typename } } }');
  });

  it('about the schema itself is left alone', () => {
    expect(analyst.asked('{ person(id: 1) { id } __schema { types { name } } __type(name: "Person") { fields { name } } __typename }')).toBe('{ __schema { types { name } } __type(name: "Person") { fields { name } } __typename }');
  });

  it('of several operations is that one only, under its own name', () => {
    const { asked } = caseWorker.read('query A { person(id: 1) { name debts } } query B { person(id: 1) { debts } }', {}, 'A');
    expect(asked?.definitions).toMatchObject([{ name: { value: 'A' } }]);
  });
});

describe('it makes no difference', () => {
  it.each<[string, string]>([
    ['an alias on the field (Cosmo #1815)', '{ person(id: 1) { name: debts id } }'],
    ['an alias on the parent', '{ debts: person(id: 1) { debts id } }'],
    ['a fragment', '{ person(id: 1) { ...D id } } fragment D on Person { debts }'],
    ['a fragment in a fragment', '{ ...R } fragment R on Query { person(id: 1) { ...D id } } fragment D on Person { ...E } fragment E on Person { debts }'],
    ['an inline fragment', '{ person(id: 1) { ... on Person { debts } id } }'],
    ['an inline fragment without a type', '{ person(id: 1) { ... { debts } id } }'],
    ['@include(if: true)', '{ person(id: 1) { debts @include(if: true) id } }'],
    ['a condition by variable', 'query ($v: Boolean = true) { person(id: 1) { debts @include(if: $v) id } }'],
    ['the field twice', '{ person(id: 1) { debts id debts ... on Person { debts } } }'],
  ])('how a field is asked: %s', (_how, query) => {
    const expected = query.includes('name: debts') ? 'person.name' : query.includes('debts: person') ? 'debts.debts' : 'person.debts';
    expect(caseWorker.hidden(query)).toEqual([`${expected}: PURPOSE schuldhulp`]);
    expect(caseWorker.asked(query)).not.toContain(': debts');
    expect(caseWorker.asked(query)?.replace('debts: person', '')).not.toContain('debts');
    expect(forDebts.hidden(query)).toEqual([]);
  });

  it('by what way an object is reached: list, entity of another subgraph, union, back reference', () => {
    expect(caseWorker.hidden('{ find { friends { debts } } works { worker { debts } } anybody { ... on Person { debts } } }')).toEqual([
      'find.friends.debts: PURPOSE schuldhulp', 'works.worker.debts: PURPOSE schuldhulp', 'anybody.debts: PURPOSE schuldhulp',
    ]);
    expect(analyst.hidden('{ works { worker { id } } }')).toEqual(['works.worker: ROLE']);
  });
});

describe('what leaves a field out', () => {
  it('leaves out its refusal too; a condition that is true does not', () => {
    const query = 'query ($v: Boolean!) { person(id: 1) { id ... @skip(if: $v) { debts } } }';
    expect(caseWorker.hidden(query, { v: true })).toEqual([]);
    expect(caseWorker.hidden(query, { v: false })).toEqual(['person.debts: PURPOSE schuldhulp']);
    expect(caseWorker.asked(query, { v: true })).toBe('{ person(id: 1) { id } }');
  });

  it('is not trusted when its variable is missing or of the wrong kind', () => {
    for (const variables of [{}, { v: 'true' }, { v: null }]) expect(caseWorker.hidden('query ($v: Boolean!) { person(id: 1) { id debts @skip(if: $v) } }', variables)).toHaveLength(1);
  });
});

describe('the type of what a field answers', () => {
  it('protects the field: an object, a scalar, an enum', () => {
    expect(analyst.hidden('{ person(id: 1) { id } code open }')).toEqual(['person: ROLE', 'code: ROLE']);
    expect(district.hidden('{ person(id: 1) { code category name } }')).toEqual(['person.code: ROLE', 'person.category: ROLE']);
    expect(caseWorker.hidden('{ person(id: 1) { code category } code }')).toEqual([]);
  });

  it('when it can be several kinds of thing protects as all of them do (GHSA-x33c-7c2v-mrj9)', () => {
    expect(analyst.hidden('{ anybody { __typename ... on Body { id } } everybody { ... on Body { id } } }')).toEqual(['anybody: ROLE', 'everybody: ROLE']);
    expect(caseWorker.asked('{ anybody { ... on Body { id } } }')).toBe('{ anybody { ... on Body { id } __typename } }');
    expect(caseWorker.asked('{ anybody { __typename ... on Body { id } } }')).toBe('{ anybody { __typename ... on Body { id } } }');
  });
});

describe('a field of an interface', () => {
  it('asks what it asks of every type that has it; of one type what it asks there (GHSA-mx7m-j9xf-62hw)', () => {
    expect(district.hidden('{ works { id title } }')).toEqual(['works.title: ROLE']);
    expect(district.hidden('{ works { ... on HagueWork { title } } }')).toEqual([]);
    expect(district.hidden('{ works { ... on LeidenWork { title } } }')).toEqual(['works.title: ROLE']);
    expect(district.hidden('{ works { ... on HagueWork { ... on Work { title } } } }')).toEqual(['works.title: ROLE']);
    expect(caseWorker.hidden('{ works { title } }')).toEqual([]);
  });
});

describe('a variable', () => {
  it('that only a hidden field used is gone from the question', () => {
    expect(caseWorker.asked('query Q($a: ID!, $b: ID!) { person(id: $a) { name } x: person(id: $b) { id } }')).toContain('query Q($a: ID!, $b: ID!)');
    expect(analyst.asked('query Q($a: ID!) { person(id: $a) { name } open }')).toBe('query Q { open }');
  });
});
