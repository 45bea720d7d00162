import { expect, it } from '@jest/globals';
import { promisedHours } from './promised-hours.js';

const running = { agreement: 'running', amends: null, hoursPerWeek: '24' };
const amendment = (hoursPerWeek: string) => ({ agreement: 'amendment', amends: 'running', hoursPerWeek });
const other = { agreement: 'other', amends: null, hoursPerWeek: '2.5' };

it('the hours of agreements beside each other are added', () => {
  expect(promisedHours([running, other]).toFixed()).toBe('26.5');
  expect(promisedHours([]).toFixed()).toBe('0');
});

it('of a running agreement and its amendment the larger counts, until one of them is left', () => {
  expect(promisedHours([running, amendment('10'), other]).toFixed()).toBe('26.5');
  expect(promisedHours([amendment('26'), running, other]).toFixed()).toBe('28.5');
  expect(promisedHours([amendment('10'), other]).toFixed()).toBe('12.5');
});
