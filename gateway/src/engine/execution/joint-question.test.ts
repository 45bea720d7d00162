import { describe, expect, it } from '@jest/globals';
import { unavailable } from '#kernel/faults.js';
import { newExchange } from '../../exchange.js';
import { entities, entityFetch, FakeSubgraphs, parallel, rootFetch, sequence, type Answering } from './testing/fake-subgraphs.js';
import type { Question } from './testing/joint-requests.js';

const SUPERGRAPH = 'type Query { a: Int } type Job { id: ID } type Firm { id: ID } type Place { id: ID }';
const job = { __typename: 'Job', id: 'j' };
const firm = { __typename: 'Firm', id: 'f' };
const place = { __typename: 'Place', id: 'p' };

const people = (found: object): Answering => () => ({ data: { job: { ...job, ...found } } });
const told = entities(({ __typename, id }) => ({ said: `${String(__typename)} ${String(id)}` }));
const about = (path: string, type: string, selection = 'said') => entityFetch('company', path, type, selection);
const root = rootFetch('people', '{job{__typename id firm{__typename id} place{__typename id}}}');
const plan = sequence(root, parallel(about('job', 'Job'), about('job.firm', 'Firm'), about('job.place', 'Place')));
const toCompany = ({ requests }: FakeSubgraphs): Question[] => requests.filter(({ subgraph }) => subgraph === 'company');
const typeOf = ({ query }: Question): string => /\.\.\. ?on (\w+)/.exec(query)?.[1] ?? '';

describe('questions to one subgraph that begin together', () => {
  it('travel in one request, each with its own representations and its own answer', async () => {
    const fakes = new FakeSubgraphs(SUPERGRAPH, { people: people({ firm, place }), company: told });
    const { tree, errors } = await fakes.run(plan);
    expect(toCompany(fakes)).toEqual([{
      subgraph: 'company',
      query: 'query Q($representations_0:[_Any!]!,$representations_1:[_Any!]!,$representations_2:[_Any!]!){entities_0:_entities(representations:$representations_0){...on Job{said}} entities_1:_entities(representations:$representations_1){...on Firm{said}} entities_2:_entities(representations:$representations_2){...on Place{said}}}',
      variables: { representations_0: [job], representations_1: [firm], representations_2: [place] },
    }]);
    expect(tree).toEqual({ job: { ...job, said: 'Job j', firm: { ...firm, said: 'Firm f' }, place: { ...place, said: 'Place p' } } });
    expect(errors).toEqual([]);
  });

  it('are those that have something to ask about; one alone goes as ever', async () => {
    const fakes = new FakeSubgraphs(SUPERGRAPH, { people: people({ firm: null, place }), company: told });
    await fakes.run(plan);
    expect(toCompany(fakes).map(({ variables }) => variables)).toEqual([{ representations_0: [job], representations_2: [place] }]);
    const alone = new FakeSubgraphs(SUPERGRAPH, { people: people({}), company: told });
    await alone.run(plan);
    expect(toCompany(alone).map(({ variables }) => variables)).toEqual([{ representations: [job] }]);
  });

  it('are of one request of a client, never of two', async () => {
    const fakes = new FakeSubgraphs(SUPERGRAPH, { people: people({ firm, place }), company: told });
    const run = await fakes.compiled(plan);
    await Promise.all([run(newExchange([], 'post'), {}), run(newExchange([], 'post'), {})]);
    expect(toCompany(fakes)).toHaveLength(2);
  });

  it('are not those that something else waits for already, nor those of another subgraph', async () => {
    const fakes = new FakeSubgraphs(SUPERGRAPH, { people: people({ firm, place }), company: told, places: told });
    await fakes.run(sequence(root, parallel(about('job', 'Job'), sequence(about('job.firm', 'Firm'), about('job.firm', 'Firm', 'said2:said')), entityFetch('places', 'job.place', 'Place', 'said'))));
    expect(toCompany(fakes).map(typeOf)).toEqual(['Job', 'Firm', 'Firm']);
  });

  it('use a variable of the client that both need as one; where his name could be taken for ours each goes alone', async () => {
    const dated = (name: string) => ({ operation: `query($representations:[_Any!]!,$${name}:Date){_entities(representations:$representations){...on Firm{said(on:$${name})}}}`, variableUsages: [name] });
    const at = (name: string) => sequence(root, parallel(entityFetch('company', 'job.firm', 'Firm', '', dated(name)), entityFetch('company', 'job.place', 'Place', '', { ...dated(name), operation: dated(name).operation.replace('Firm', 'Place') })));
    const fakes = new FakeSubgraphs(SUPERGRAPH, { people: people({ firm, place }), company: told });
    await fakes.run(at('on'), { on: '2014-03-03' });
    await fakes.run(at('representations_1'), { representations_1: '2014-03-03' });
    expect(toCompany(fakes).map(({ variables }) => variables)).toEqual([
      { representations_0: [firm], representations_1: [place], on: '2014-03-03' },
      { representations: [firm], representations_1: '2014-03-03' },
      { representations: [place], representations_1: '2014-03-03' },
    ]);
    expect(toCompany(fakes)[0]?.query.match(/\$on:Date/g)).toHaveLength(1);
  });
});

describe('what comes of questions in one request', () => {
  it('an error is told where it belongs, of two fetches that ask the same too', async () => {
    const failing: Answering = ({ variables: { representations = [] } }) => ({ data: { _entities: representations.map(({ id }) => (id === 'g' ? null : { said: 'yes' })) }, errors: representations.flatMap(({ id }, index) => (id === 'g' ? [{ message: 'no', path: ['_entities', index, 'said'] }] : [])) });
    const fakes = new FakeSubgraphs(SUPERGRAPH, { people: people({ firm, other: { ...firm, id: 'g' }, place }), company: failing });
    const { tree, errors } = await fakes.run(sequence(rootFetch('people', '{job{firm{__typename id} other{__typename id} place{__typename id}}}'), parallel(about('job.firm', 'Firm'), about('job.other', 'Firm'), about('job.place', 'Place'))));
    expect(toCompany(fakes).map(({ variables }) => variables)).toEqual([{ representations_0: [firm, { ...firm, id: 'g' }], representations_1: [place] }]);
    expect(errors.map(({ message, path }) => ({ message, path }))).toEqual([{ message: 'no', path: ['job', 'other', 'said'] }]);
    expect(tree).toMatchObject({ job: { firm: { said: 'yes' }, place: { said: 'yes' } } });
  });

  it.each([[undefined], [['entities_99', 0]], [['else']]])('an error of no place here, %j, is told once', async (path) => {
    const fakes = new FakeSubgraphs(SUPERGRAPH, { people: people({ firm, place }), company: told });
    fakes.answersWith('company', { data: { entities_0: [{ said: 'a' }], entities_1: [{ said: 'b' }], entities_2: [{ said: 'c' }] }, errors: [{ message: 'by the way', path }] });
    const { tree, errors } = await fakes.run(plan);
    expect(errors.map(({ message }) => message)).toEqual(['by the way']);
    expect(tree).toMatchObject({ job: { said: 'a', firm: { said: 'b' }, place: { said: 'c' } } });
  });

  it('when one leaves all without data each is asked by itself, and the others have theirs', async () => {
    const fakes = new FakeSubgraphs(SUPERGRAPH, { people: people({ firm, place }), company: (question) => (typeOf(question) === 'Firm' ? { data: null, errors: [{ message: 'broken' }] } : told(question)) });
    const { tree, errors } = await fakes.run(plan);
    expect(toCompany(fakes).map(({ variables }) => Object.keys(variables).length)).toEqual([3, 1, 1, 1]);
    expect(tree).toEqual({ job: { ...job, said: 'Job j', firm, place: { ...place, said: 'Place p' } } });
    expect(errors.map(({ message, path }) => ({ message, path }))).toEqual([{ message: 'broken', path: ['job', 'firm'] }]);
  });

  it('a silence is told of each, and nobody is asked again', async () => {
    const fakes = new FakeSubgraphs(SUPERGRAPH, { people: people({ firm, place }), company: () => { throw unavailable('company', 'silent'); } });
    const { errors } = await fakes.run(plan);
    expect(toCompany(fakes)).toHaveLength(1);
    expect(errors.map(({ path, extensions }) => [path, extensions['code']])).toEqual([[['job'], 'UNAVAILABLE'], [['job', 'firm'], 'UNAVAILABLE'], [['job', 'place'], 'UNAVAILABLE']]);
  });

  it.each([[{}], [{ entities_0: null, entities_1: 'no list', entities_2: [null, null] }]])('an answer without the lists %j is an error of each and no crash', async (data) => {
    const fakes = new FakeSubgraphs(SUPERGRAPH, { people: people({ firm, place }), company: told });
    fakes.answersWith('company', { data });
    const { tree, errors } = await fakes.run(plan);
    expect(errors.map(({ path }) => path)).toEqual([['job'], ['job', 'firm'], ['job', 'place']]);
    expect(tree).toEqual({ job: { ...job, firm, place } });
  });
});
