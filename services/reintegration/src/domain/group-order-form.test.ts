import { expect, it } from '@jest/globals';
import { type OrderWish, wrongOrderForm } from './group-order-form.js';
import { ON } from './testing/sample-agreement.js';
import { HIRER, ORDER_TERMS } from './testing/sample-order.js';

const wish: OrderWish = { ...ORDER_TERMS, hirer: HIRER.id };
const wrong = (changes: Partial<OrderWish>) => wrongOrderForm({ ...wish, ...changes }, new Set(['zoetermeer-rijswijk', 'leiden']), ON);

it('an order that somebody can carry out is well formed', () => {
  expect(wrong({})).toBeNull();
  expect(wrong({ until: null, workers: 3, feePerHour: '0' })).toBeNull();
});

it('an order names its places once, of one company, and asks no more workers than there are places', () => {
  expect(wrong({ workplaces: [] })).toMatch(/^Een inleenopdracht noemt 1 tot 50/);
  expect(wrong({ workplaces: ['leiden:W:1', 'leiden:W:1'] })).toBe('Een werkplek staat er twee keer.');
  expect([wrong({ workplaces: ['leiden:E:1'] }), wrong({ workplaces: ['elsewhere:W:1'] }), wrong({ workplaces: ['no place'] })]).toEqual(Array.from({ length: 3 }, () => 'Een van de werkplekken heeft geen geldig nummer.'));
  expect(wrong({ workplaces: ['leiden:W:1', 'zoetermeer-rijswijk:W:1'] })).toMatch(/van een sw-bedrijf/);
  expect([wrong({ workers: 0 }), wrong({ workers: 4 })]).toEqual(Array.from({ length: 2 }, () => 'Het aantal werknemers is 1 tot het aantal werkplekken.'));
});

it('an order has a possible fee and period, and what the hirer gave was given by today', () => {
  expect([wrong({ feePerHour: '5.555' }), wrong({ feePerHour: '-1' }), wrong({ feePerHour: '501' })].every((one) => one?.startsWith('De inleenvergoeding'))).toBe(true);
  expect(wrong({ until: '2014-03-31' })).toBe('De einddatum ligt voor de begindatum.');
  expect(wrong({ from: '2007-01-01' })).toMatch(/^Een datum ligt tussen/);
  expect(wrong({ conditions: { ...wish.conditions, informationOn: '2014-03-04' } })).toMatch(/niet van later dan vandaag/);
});
