import { describe, expect, it } from '@jest/globals';
import { LAYOUT_2008 } from './layout-2008.js';
import { LAYOUT_2015 } from './layout-2015.js';
import { halfYearBefore, Redelivery } from './redelivery.js';
import type { Kind } from './testing/people.js';
import { person } from './testing/people.js';
import type { Layout } from './wsw-field.js';
import type { WswRecord } from './wsw-record.js';

const former = (kind: Kind, n: number): WswRecord[] => person(kind, n, '20131');
const present = (kind: Kind, n: number): WswRecord[] => person(kind, n, '20132');

function told(before: readonly WswRecord[], now: readonly WswRecord[], layout: Layout = LAYOUT_2008): string[] {
  const redelivery = new Redelivery(LAYOUT_2008, layout);
  before.forEach((record, index) => redelivery.former(index + 1, record));
  return [...now.flatMap((record, index) => redelivery.present(index + 1, record)), ...redelivery.end()].map(({ record, rule }) => `${record} ${rule}`);
}

describe('a delivery after another', () => {
  it('has everybody again who had not left, working or waiting', () => {
    expect(told([...former('works', 1), ...former('waits', 2), ...former('supervised', 3)], present('works', 1))).toEqual(['2 not-delivered-again', '3 not-delivered-again']);
    expect(told([...former('works', 1), ...former('waits', 2)], [...present('waits', 2), ...present('left', 1)])).toEqual([]);
  });

  it('need not have again who left, or came off the waiting list without work', () => {
    const off = { ...former('waits', 2)[0], uitstroom_wachtlijst: '20130601', reden_uitstroom_wachtlijst: '02' };
    expect(told([...former('left', 1), off], [])).toEqual([]);
  });

  it('has again who left and waits: the new record was open', () => {
    expect(told(former('leftAndWaits', 1), [])).toEqual(['2 not-delivered-again']);
  });

  it('has nobody any more of whom the death was told', () => {
    const died = { ...former('left', 1)[0], reden_ontslag: '8', bestemming_uitstroom: '09' };
    expect(told([died], [])).toEqual([]);
    expect(told([died], present('works', 1))).toEqual(['1 reported-after-death']);
  });

  it('in the first half-year of 2015 has again who worked, and not who waited', () => {
    expect(told([...former('works', 1), ...former('waits', 2)], [], LAYOUT_2015)).toEqual(['1 not-delivered-again']);
  });

  it('follows the half-year before it', () => {
    expect([20132, 20131, 20151].map(halfYearBefore)).toEqual([20131, 20122, 20142]);
  });
});
