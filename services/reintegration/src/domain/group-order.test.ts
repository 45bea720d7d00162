import { describe, expect, it } from '@jest/globals';
import type { Agreement } from './agreement.js';
import { type GroupOrder, mayChangeOrder, mayLink, mayRecordOrder, type OrderTerms, workersOf } from './group-order.js';
import type { WorkplaceFacts } from './facts.js';
import { agreementAfter, CASE_WORKER, FACTS, LEIDEN, ON, STRANGER, versionOf, WAY_TO, ZOETERMEER } from './testing/sample-agreement.js';
import { ORDER, ORDER_TERMS } from './testing/sample-order.js';

const until = '2014-12-31';
const seconded = (changes: Partial<Agreement> = {}): Agreement => ({ ...agreementAfter(), current: versionOf(1, { workForm: 'SECONDMENT_GROUP', until }), ...changes });
const link = (changes: Partial<Parameters<typeof mayLink>[2]> = {}, order: Partial<GroupOrder> = {}, actor = ZOETERMEER) =>
  mayLink(actor.viewer, { ...ORDER, ...order }, { agreement: seconded(), linked: [], orderOf: null, expectedVersion: 3, on: ON, ...changes });
const terms = (changes: Partial<OrderTerms>) => ({ terms: { ...ORDER_TERMS, ...changes } });
const place = (id: string, changes: Partial<WorkplaceFacts> = {}): WorkplaceFacts => ({ ...FACTS.workplace, id, ...changes });
const places = ORDER_TERMS.workplaces.map((id) => place(id));

describe('an order', () => {
  it('is recorded by the placement officer of the company that has the places, all at the hirer', () => {
    const record = (given: readonly WorkplaceFacts[], actor = ZOETERMEER) => mayRecordOrder(actor.viewer, ORDER_TERMS, given, ON)?.refused ?? null;
    expect(record(places)).toBeNull();
    expect([record(places, CASE_WORKER), record(places, LEIDEN), record(places.slice(1))]).toEqual(['NO_AUTHORITY', 'NO_AUTHORITY', 'WORKPLACE_UNSUITABLE']);
    expect(record([...places.slice(1), place(FACTS.workplace.id, { employer: { id: 'kvk:99000002', name: 'Ander' } })])).toBe('WORKPLACE_UNSUITABLE');
  });

  it('has a fee that does not distort competition', () => {
    expect(mayRecordOrder(ZOETERMEER.viewer, { ...ORDER_TERMS, feePerHour: '1.99' }, places, ON)?.refused).toBe('FEE_BELOW_FLOOR');
  });

  it('is changed by its own company, on the version that it saw', () => {
    expect([mayChangeOrder(ZOETERMEER.viewer, ORDER, 3), mayChangeOrder(LEIDEN.viewer, ORDER, 3)?.refused, mayChangeOrder(ZOETERMEER.viewer, ORDER, 2)?.refused]).toEqual([null, 'NO_AUTHORITY', 'STALE_VERSION']);
  });
});

describe('an agreement comes into an order', () => {
  it('that asks this work at this place and this hirer', () => {
    expect(link()).toBeNull();
    expect(link({ agreement: { ...seconded(), current: versionOf(1) } })).toEqual({ refused: 'WRONG_STATE', detail: 'Alleen een groepsdetachering hoort bij een inleenopdracht.' });
    expect(link({}, terms({ workplaces: ['zoetermeer-rijswijk:W:1002'] }))?.refused).toBe('WORKPLACE_UNSUITABLE');
    expect(link({}, terms({ hirer: { id: 'kvk:99000002', name: 'Ander' } }))?.refused).toBe('WORKPLACE_UNSUITABLE');
  });

  it('by the officer of the company of the order only, on the version that he saw', () => {
    expect([link({}, {}, LEIDEN)?.refused, link({}, {}, STRANGER)?.refused, link({}, {}, CASE_WORKER)?.refused, link({ expectedVersion: 2 })?.refused]).toEqual(['NO_AUTHORITY', 'NO_AUTHORITY', 'NO_AUTHORITY', 'STALE_VERSION']);
  });

  it('once, and not when it is over', () => {
    expect(link({ orderOf: 'order-2' })).toEqual({ refused: 'WRONG_STATE', detail: 'Deze afspraak hoort al bij een inleenopdracht.' });
    expect(link({ agreement: seconded({ state: 'DECLINED' }) })).toEqual({ refused: 'WRONG_STATE', detail: 'Deze afspraak is voorbij.' });
  });

  it('not while the law forbids the order: a strike at the hirer names its article', () => {
    expect(link({}, terms({ conditions: { ...ORDER_TERMS.conditions, strike: true } }))).toEqual({
      refused: 'WRONG_STATE', detail: 'Tijdens een staking of uitsluiting bij de inlener mag niet worden uitgeleend. (Waadi art. 10)',
    });
    expect(link({}, terms({ conditions: { ...ORDER_TERMS.conditions, directHire: 'FEE', pay: null } }))).toBeNull();
  });

  it('while workers are asked: who left makes room, and what replaces a running agreement takes none', () => {
    const other = (id: string, state: Agreement['state']) => seconded({ id, person: id, state });
    expect(link({ linked: [other('p', 'ACTIVE'), other('q', 'PROPOSED')] })?.detail).toBe('Voor alle 2 werknemers van deze opdracht is er al een afspraak.');
    expect(link({ linked: [other('p', 'ACTIVE'), other('q', 'DECLINED')] })).toBeNull();
    expect(link({ linked: [other('p', 'ACTIVE'), seconded({ id: 'running', state: 'ACTIVE' })] })).toBeNull();
  });
});

it('workers are counted by who has an agreement that has not left', () => {
  const states = Object.keys(WAY_TO) as (keyof typeof WAY_TO)[];
  const left = states.filter((state) => workersOf([{ state, person: 'p' }]) === 0);
  expect(left).toEqual(['ENDED', 'REJECTED', 'DECLINED', 'WITHDRAWN', 'LAPSED']);
});
