import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { decidersOf, missingDeciders, type RepresentationRule, type Representative, type RepresentativeRole } from './representation.js';

const RULES = JSON.parse(readFileSync(new URL('../../../schema/representation.json', import.meta.url), 'utf8')) as readonly RepresentationRule[];
const ON = '2014-03-03';
const one = (kind: RepresentativeRole, id: string = kind, until: string | null = null): Representative => ({ id, kind, from: '2010-01-01', until });
const decide = (subjects: readonly ('WORK' | 'MONEY')[], ...who: readonly Representative[]) => decidersOf(who, subjects, RULES, ON);
const kindsOf = (groups: readonly (readonly Representative[])[]): string[] => groups.flatMap((group) => group.map(({ kind }) => kind));

describe('by our default', () => {
  it('a worker without representatives decides alone', () => {
    expect(decide(['WORK', 'MONEY'])).toEqual({ worker: true, needed: [], may: [], informed: [] });
  });

  it('a curator decides instead of him, about everything', () => {
    for (const subject of ['WORK', 'MONEY'] as const) expect(decide([subject], one('CURATOR'))).toMatchObject({ worker: false, needed: [[{ kind: 'CURATOR' }]] });
  });

  it('a mentor decides with him about work, and has no part in money', () => {
    expect(decide(['WORK'], one('MENTOR'))).toMatchObject({ worker: true, needed: [[{ kind: 'MENTOR' }]] });
    expect(decide(['MONEY'], one('MENTOR'))).toMatchObject({ needed: [], informed: [] });
  });

  it('an administrator decides with him about money, and hears of the work', () => {
    expect(decide(['WORK'], one('BENEFITS_ADMINISTRATOR'))).toMatchObject({ needed: [], informed: [{ kind: 'BENEFITS_ADMINISTRATOR' }] });
    expect(decide(['WORK', 'MONEY'], one('BENEFITS_ADMINISTRATOR'))).toMatchObject({ needed: [[{ kind: 'BENEFITS_ADMINISTRATOR' }]], informed: [] });
  });

  it('an authorised person may decide for him and need not', () => {
    expect(decide(['WORK'], one('AUTHORISED'))).toMatchObject({ worker: true, needed: [], may: [{ kind: 'AUTHORISED' }] });
  });

  it('a mentor and an administrator both decide where work and money are at stake', () => {
    expect(kindsOf(decide(['WORK', 'MONEY'], one('MENTOR'), one('BENEFITS_ADMINISTRATOR')).needed)).toEqual(['MENTOR', 'BENEFITS_ADMINISTRATOR']);
  });
});

describe('who must decide', () => {
  const deciders = decide(['WORK', 'MONEY'], one('MENTOR', 'm1'), one('MENTOR', 'm2'), one('BENEFITS_ADMINISTRATOR', 'b'));

  it('is one of each kind', () => {
    expect(missingDeciders(deciders, ['m2', 'b'])).toEqual([]);
    expect(missingDeciders(deciders, ['m1'])).toEqual(['BENEFITS_ADMINISTRATOR']);
    expect(missingDeciders(deciders, [])).toEqual(['MENTOR', 'BENEFITS_ADMINISTRATOR']);
  });

  it('does not count before he began, nor after he ended', () => {
    expect(decide(['WORK'], one('CURATOR', 'c', '2014-03-02'), { ...one('MENTOR'), from: '2014-03-04' }).needed).toEqual([]);
    expect(decide(['WORK'], one('CURATOR', 'c', ON)).needed).toHaveLength(1);
  });

  it('follows the register, by its dates', () => {
    const rules: RepresentationRule[] = [{ kind: 'MENTOR', subject: 'WORK', part: 'INFORMED', from: '2014-03-03', until: null }];
    expect(decidersOf([one('MENTOR')], ['WORK'], rules, ON)).toMatchObject({ needed: [], informed: [{ kind: 'MENTOR' }] });
    expect(decidersOf([one('MENTOR')], ['WORK'], rules, '2014-03-02')).toMatchObject({ needed: [], informed: [] });
  });
});
