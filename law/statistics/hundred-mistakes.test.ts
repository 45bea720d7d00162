import { describe, expect, it } from '@jest/globals';
import { DeliveryChecks } from './delivery-checks.js';
import { LAYOUT_2008 } from './layout-2008.js';
import { LAYOUT_2015 } from './layout-2015.js';
import { MISTAKES, type Mistake } from './testing/mistakes.js';
import { KINDS, person, type Kind } from './testing/people.js';
import type { Layout } from './wsw-field.js';
import { onlyFieldsOf, writeRecord, type WswRecord } from './wsw-record.js';

const ALL_KINDS = Object.keys(KINDS) as Kind[];
const MUNICIPALITIES = new Set(['0629', '0537']);

interface Delivery {
  readonly lines: string[];
  /** `record field: rule` */
  readonly told: string[];
}

/** One person of every kind without a mistake, then one with each mistake, and good ones between. */
function delivery(layout: Layout, period: string, kinds: readonly Kind[], mistakes: readonly Mistake[], spoilt: boolean): Delivery {
  const lines: string[] = [];
  const told: string[] = [];
  const add = (records: readonly WswRecord[]): void => void lines.push(...records.map((record) => writeRecord(layout, onlyFieldsOf(layout, record))));
  kinds.forEach((kind, n) => add(person(kind, n, period)));
  mistakes.forEach((mistake, index) => {
    const records = person(mistake.kind, kinds.length + 2 * index, period);
    const first = lines.length;
    if (spoilt) told.push(`${first + mistake.told + 1} ${mistake.field}: ${mistake.rule}`);
    add(spoilt ? records.map((record, at) => (at === mistake.at ? { ...record, ...mistake.change } : record)) : records);
    if (spoilt && mistake.line) lines[first] = mistake.line(lines[first]!);
    add(person(kinds[index % kinds.length]!, kinds.length + 2 * index + 1, period));
  });
  return { lines, told: told.sort() };
}

function judge(layout: Layout, halfYear: number, lines: readonly string[]): string[] {
  const checks = new DeliveryChecks(layout, halfYear, { municipalities: MUNICIPALITIES, responsible: '90629' });
  const faults = [...lines.flatMap((line, index) => checks.addLine(index + 1, line)), ...checks.end()];
  return faults.map(({ record, field, rule }) => `${record} ${field}: ${rule}`).sort();
}

describe('a hundred mistakes in one delivery', () => {
  const spoilt = delivery(LAYOUT_2008, '20132', ALL_KINDS, MISTAKES, true);

  it('are each found, with record, field and rule, and nothing else is', () => {
    expect(MISTAKES).toHaveLength(100);
    expect(judge(LAYOUT_2008, 20132, spoilt.lines)).toEqual(spoilt.told);
  });

  it('are of different kinds: no field has the same rule broken twice, but for two readings of one rule', () => {
    const kinds = MISTAKES.map(({ field, rule }) => `${field}: ${rule}`);
    const twice = kinds.filter((one, index) => kinds.indexOf(one) !== index);
    expect(twice).toEqual(['bestemming_uitstroom: outside-target-group']);
  });

  it('are not found where nobody made them', () => {
    const good = delivery(LAYOUT_2008, '20132', ALL_KINDS, MISTAKES, false);
    expect(good.lines.length).toBeGreaterThan(220);
    expect(judge(LAYOUT_2008, 20132, good.lines)).toEqual([]);
  });
});

describe('the same mistakes in the layout from 2015', () => {
  const has = new Set<string>(LAYOUT_2015.fields.map(({ name }) => name));
  const kinds = ALL_KINDS.filter((kind) => !/^waits/.test(kind));
  const ONLY_2008 = ['successor-missing', 'other-layout', 'not-digits', 'too-short', 'too-long'];
  const mistakes = MISTAKES.filter(({ kind, change, rule }) => kinds.includes(kind) && Object.keys(change).every((field) => has.has(field)) && !ONLY_2008.includes(rule));
  /** 03 is no waiting list any more, and another year has passed. */
  const fitting = mistakes.filter(({ change, rule, kind }) => !(rule === 'outside-target-group' && kind === 'leftAndWaits') && change.periode !== '20131');
  const own: Mistake[] = [
    { kind: 'works', at: 0, change: { betalende_gemeente: '' }, told: 0, field: 'betalende_gemeente', rule: 'payer-missing' },
    { kind: 'works', at: 0, change: { betalende_gemeente: '9999' }, told: 0, field: 'betalende_gemeente', rule: 'unknown-municipality' },
    { kind: 'works', at: 0, change: { geslacht: '' }, told: 0, field: 'geslacht', rule: 'empty' },
    { kind: 'works', at: 0, change: { geslacht: '3' }, told: 0, field: 'geslacht', rule: 'unknown-code' },
    { kind: 'leftAndReturned', at: 1, change: { geslacht: '9' }, told: 1, field: 'geslacht', rule: 'unknown-code' },
    { kind: 'oldCohort', at: 0, change: { aanvraag_eerste_indicatie: '20150102' }, told: 0, field: 'aanvraag_eerste_indicatie', rule: 'first-application-after-closing' },
    { kind: 'works', at: 0, change: { periode: '20142' }, told: 0, field: 'periode', rule: 'other-layout' },
    { kind: 'works', at: 0, change: { periode: '20151' }, told: 0, field: 'periode', rule: 'other-half-year' },
  ];
  const all = [...fitting.filter(({ field, rule }) => !(field === 'aanvraag_eerste_indicatie' && rule === 'after-period')), ...own];

  it('are found too, with those of its own fields', () => {
    const spoilt = delivery(LAYOUT_2015, '20152', kinds, all, true);
    expect(all.length).toBeGreaterThan(70);
    expect(judge(LAYOUT_2015, 20152, spoilt.lines)).toEqual(spoilt.told);
  });

  it('are not found where nobody made them', () => {
    expect(judge(LAYOUT_2015, 20152, delivery(LAYOUT_2015, '20152', kinds, all, false).lines)).toEqual([]);
  });
});
