import { describe, expect, it } from '@jest/globals';
import { placementDiscrepancies, workplaceDiscrepancies, type AgreedPlace, type HeldPlace } from './discrepancy.js';

const held = (delivered: HeldPlace['delivered']): HeldPlace => ({ workplace: '3001', state: 'HELD', from: '2014-04-01', delivered });
const taken = (delivered: HeldPlace['delivered']): HeldPlace => ({ ...held(delivered), state: 'TAKEN' });
const details = (place: HeldPlace, fileDate = '2014-03-09'): string[] => workplaceDiscrepancies([place], fileDate).map((one) => one.detail);

describe('a file that says something else of a held place', () => {
  it('calling it open is no discrepancy: the company cannot know of the hold', () => {
    expect(details(held('OPEN'))).toEqual([]);
  });

  it.each([
    ['TAKEN', 'HELD_BUT_TAKEN'],
    ['CLOSED', 'HELD_BUT_CLOSED'],
    [null, 'HELD_BUT_MISSING'],
  ] as const)('%s is %s', (delivered, detail) => {
    expect(details(held(delivered))).toEqual([detail]);
  });
});

describe('a file that says something else of a place that an agreement took', () => {
  it('taken is as it was agreed', () => {
    expect(details(taken('TAKEN'))).toEqual([]);
  });

  it('open is expected until the agreement starts, and a discrepancy from that day', () => {
    expect(details(taken('OPEN'), '2014-03-30')).toEqual([]);
    expect(details(taken('OPEN'), '2014-04-06')).toEqual(['TAKEN_BUT_OPEN']);
  });

  it.each([
    ['CLOSED', 'TAKEN_BUT_CLOSED'],
    [null, 'TAKEN_BUT_MISSING'],
  ] as const)('%s is %s', (delivered, detail) => {
    expect(details(taken(delivered))).toEqual([detail]);
  });
});

describe('a roster that says something else of an agreed placement', () => {
  const agreed: AgreedPlace = { placement: 'a-1', hirer: '90000017', hoursPerWeek: '24.00', line: { hirer: '90000017', hoursPerWeek: '24' } };
  const detailsOf = (place: AgreedPlace): string[] => placementDiscrepancies([place]).map((one) => one.detail);

  it('the same hirer and hours agree', () => {
    expect(detailsOf(agreed)).toEqual([]);
  });

  it('no line, another hirer, other hours', () => {
    expect(detailsOf({ ...agreed, line: null })).toEqual(['PLACEMENT_NOT_IN_ROSTER']);
    expect(detailsOf({ ...agreed, line: { hirer: null, hoursPerWeek: '24' } })).toEqual(['HIRER_DIFFERS']);
    expect(detailsOf({ ...agreed, line: { hirer: '90000017', hoursPerWeek: '20' } })).toEqual(['HOURS_DIFFER']);
  });
});
