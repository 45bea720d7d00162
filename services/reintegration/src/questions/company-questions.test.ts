import { describe, expect, it } from '@jest/globals';
import { Fault, unavailable } from '#kernel/faults.js';
import type { Registers } from '#kernel/registers.js';
import { type PartyClient, type Question, QUESTION_PATIENCE_MS } from '#shell/party-client.js';
import { companyQuestions } from './company-questions.js';
import { SCOPES } from '#kernel/viewer.js';

const party = (code: string) => ({ service: `sw-${code}`, body: `sw-${code}`, company: { code, name: code } });
const registers: Registers = { bodies: [], purposes: [], authority: [], adaptations: [], postcodeAreas: [], parameters: [], labourDisputes: [], representation: [], parties: [{ service: 'benefits', body: 'werk-en-inkomen' }, party('leiden'), party('wassenaar')] };
const asking = { viewer: { subject: 'u', body: 'werk-en-inkomen', roles: ['CASE_WORKER' as const], scopes: SCOPES, purpose: 'wsw' }, businessDate: '2014-03-03', requestId: 'r', deadline: Date.now() + 60_000 };
const place = (id: string) => ({ id, function: null, postcodeArea: null, hoursPerWeekMin: null, hoursPerWeekMax: null, adaptations: null, supervisionHoursPerWeek: null, availableFrom: null, employer: null });
const page = (nodes: object[], endCursor: string | null) => ({ asOf: null, workplaces: { nodes, pageInfo: { hasNextPage: endCursor !== null, endCursor } } });
const noFilter = { on: null, company: null, municipality: null, workForm: null };

function questions(answer: (service: string, question: Question) => object | null) {
  const asked: { service: string; question: Question }[] = [];
  const parties = {
    async ask(service: string, question: Question) {
      asked.push({ service, question });
      return { _entities: [answer(service, question)] };
    },
  } as unknown as PartyClient;
  return { asked, to: companyQuestions(parties, registers, asking) };
}

describe('a question to the companies', () => {
  it('goes to every sw company of the register, as an entity of its own type, with the viewer', async () => {
    const { asked, to } = questions(() => page([], null));
    await to.openWorkplaces();
    expect(asked.map(({ service }) => service)).toEqual(['sw-leiden', 'sw-wassenaar']);
    expect(asked[0]?.question).toMatchObject({ viewer: asking.viewer, variables: { entity: [{ __typename: 'LeidenSwCompany', id: 'leiden:C:leiden' }] } });
  });

  it('waits a second at most, however late the deadline of the request is', async () => {
    const { asked, to } = questions(() => page([], null));
    await to.openWorkplaces();
    expect(asked[0]?.question.deadline).toBeLessThanOrEqual(Date.now() + QUESTION_PATIENCE_MS);
  });

  it('follows the pages of a long list', async () => {
    const { to } = questions((service, { variables }) => (variables?.['after'] === null ? page([place(`${service}-1`)], 'next') : page([place(`${service}-2`), place(`${service}-3`)], null)));
    expect((await to.openWorkplaces()).map(({ rows }) => rows.length)).toEqual([3, 3]);
  });

  it('counts a company that answers something else as one that did not answer', async () => {
    const { to } = questions((service) => (service === 'sw-leiden' ? { cells: 'many' } : { asOf: null, cells: [{ key: ['x'], count: 3 }] }));
    expect(await to.cells(['WORK_FORM'], noFilter)).toEqual([
      { body: 'sw-leiden', answered: false, asOf: null, rows: [] },
      { body: 'sw-wassenaar', answered: true, asOf: null, rows: [{ key: ['x'], count: 3 }] },
    ]);
  });

  it('of figures goes to the company of the filter only', async () => {
    const { asked, to } = questions(() => ({ asOf: null, cells: [] }));
    await to.cells(['WORK_FORM'], { ...noFilter, company: 'leiden' });
    expect(asked.map(({ service }) => service)).toEqual(['sw-leiden']);
  });
});

describe('a question about many employments', () => {
  const ids = Array.from({ length: 201 }, (_, index) => `leiden:E:${index}`);
  const employment = (id: string) => ({ id, hoursPerWeek: '28', workForm: 'INTERNAL', until: null });
  const asOf = '2014-03-03T00:00:00.000Z';

  const entitiesOf = ({ variables }: Question) => (variables?.['entity'] ?? []) as { __typename: string; id: string }[];
  function employments(answer: (service: string, id: string) => object | null) {
    const asked: { service: string; question: Question }[] = [];
    const parties = {
      async ask(service: string, question: Question) {
        asked.push({ service, question });
        return { _entities: entitiesOf(question).map(({ __typename: type, id }) => (type.endsWith('SwCompany') ? { asOf } : answer(service, id))) };
      },
    } as unknown as PartyClient;
    return { asked, to: companyQuestions(parties, registers, asking) };
  }

  it('asks every company for its own, at most 200 at a time, with the viewer and without a name', async () => {
    const { asked, to } = employments((_, id) => employment(id));
    const answers = await to.employments([...ids, 'wassenaar:E:1', 'elders:E:1']);
    const sizes = asked.map(({ service, question }) => [service, entitiesOf(question).length]);
    expect(sizes).toEqual([['sw-leiden', 1], ['sw-leiden', 200], ['sw-leiden', 1], ['sw-wassenaar', 1], ['sw-wassenaar', 1]]);
    expect(asked.every(({ question }) => question.viewer === asking.viewer && question.deadline <= Date.now() + QUESTION_PATIENCE_MS)).toBe(true);
    expect(asked[1]?.question.query).toContain('{ id hoursPerWeek workForm until }');
    expect(answers).toEqual([
      { body: 'sw-leiden', answered: true, asOf, rows: ids.map(employment) },
      { body: 'sw-wassenaar', answered: true, asOf, rows: [employment('wassenaar:E:1')] },
    ]);
  });

  it('leaves out what a company does not know, and counts one that is down as silent', async () => {
    const { to } = employments((service, id) => {
      if (service === 'sw-wassenaar') throw unavailable(service);
      return id === 'leiden:E:0' ? null : employment(id);
    });
    expect(await to.employments(['leiden:E:0', 'leiden:E:1', 'wassenaar:E:1'])).toEqual([
      { body: 'sw-leiden', answered: true, asOf, rows: [employment('leiden:E:1')] },
      { body: 'sw-wassenaar', answered: false, asOf: null, rows: [] },
    ]);
  });
});

describe('a question about one thing', () => {
  it('goes to the company in its id', async () => {
    const { asked, to } = questions(() => place('wassenaar:W:1'));
    expect(await to.workplace('wassenaar:W:1')).toMatchObject({ id: 'wassenaar:W:1', atEmployer: false, adaptations: [] });
    expect(asked.map(({ service }) => service)).toEqual(['sw-wassenaar']);
  });

  it('about an id of nobody is asked of nobody', async () => {
    const { asked, to } = questions(() => place('x'));
    expect([await to.workplace('elders:W:1'), await to.employmentProfile('none'), asked.length]).toEqual([null, null, 0]);
  });

  it('about hours is null when the company is down, but a place that cannot be looked up is a fault', async () => {
    const { to } = questions((service) => {
      throw unavailable(service);
    });
    expect(await to.employmentProfile('leiden:E:1')).toBeNull();
    await expect(to.workplace('leiden:W:1')).rejects.toBeInstanceOf(Fault);
  });
});
