import { describe, expect, it } from '@jest/globals';
import type { FieldName } from '#law/statistics/wsw-field.js';
import { assignIds, employmentOf, type EmploymentFacts, type KnownEmployment } from './employment.js';
import type { FieldValue } from './statistics-record.js';

const recordOf = (fields: Partial<Record<FieldName, FieldValue>>) => ({ halfYear: 20132, person: 'p', fields: { geboortedatum: '1964-05-12', gemeente_inschrijving: '0629', ...fields } });

describe('the employment that a record describes', () => {
  it.each([
    [null, 'INTERNAL'],
    [1, 'INTERNAL'],
    [2, 'SECONDMENT_INDIVIDUAL'],
    [3, 'SECONDMENT_GROUP'],
  ])('a contract with secondment code %s is %s', (detachering, workForm) => {
    const facts = employmentOf(recordOf({ begin_dienstbetrekking: '2008-04-01', detachering, uren_dienstbetrekking: 24, besluit_arbeidshandicap: 3 }));
    expect(facts).toEqual({ person: 'p', workForm, hoursPerWeek: '24', from: '2008-04-01', until: null, payingMunicipality: '0629', category: 'SEVERE', birthDate: '1964-05-12' });
  });

  it('a change to supervised employment is the same employment in another form', () => {
    const facts = employmentOf(recordOf({
      begin_dienstbetrekking: '2006-02-01', einde_dienstbetrekking: '2013-11-30', uren_dienstbetrekking: 32, begin_begeleid_werken: '2013-12-01', uren_begeleid_werken: 28,
    }));
    expect(facts).toMatchObject({ workForm: 'SUPERVISED_EMPLOYMENT', from: '2006-02-01', until: null, hoursPerWeek: '28' });
  });

  it('the paying municipality is the one of the record, or that of registration where the layout has none', () => {
    expect(employmentOf(recordOf({ begin_dienstbetrekking: '2008-04-01', betalende_gemeente: '0537' }))?.payingMunicipality).toBe('0537');
    expect(employmentOf(recordOf({ begin_dienstbetrekking: '2008-04-01' }))?.payingMunicipality).toBe('0629');
  });

  it('somebody who only waits has none', () => {
    expect(employmentOf(recordOf({ instroom_wachtlijst: '2013-04-01' }))).toBeNull();
  });
});

describe('which employment a stay continues', () => {
  const stay = (from: string, until: string | null): EmploymentFacts => ({
    person: 'p', workForm: 'INTERNAL', hoursPerWeek: '24', from, until, payingMunicipality: '0629', category: 'MODERATE', birthDate: null,
  });
  const known: KnownEmployment = { id: '70001', person: 'p', from: '2008-04-01', until: null };
  const ids = (stays: EmploymentFacts[], there: KnownEmployment[]) => [...assignIds(stays, there, (one, taken) => `new-${taken.size}-${one.from}`).keys()];

  it('a running employment goes on under its id', () => {
    expect(ids([stay('2008-04-01', null)], [known])).toEqual(['70001']);
  });

  it('a stay after the end of the last one is a new employment, also in the file that tells of the end', () => {
    expect(ids([stay('2013-10-01', null), stay('2008-04-01', '2013-08-01')], [known])).toEqual(['70001', 'new-1-2013-10-01']);
  });

  it('periods that touch are one employment, from the first day of the first', () => {
    const described = assignIds([stay('2013-08-02', null), stay('2008-04-01', '2013-08-01')], [], () => 'new');
    expect([...described.values()]).toMatchObject([{ from: '2008-04-01', until: null }]);
  });

  it('nobody continues the employment of somebody else', () => {
    expect(ids([{ ...stay('2008-04-01', null), person: 'q' }], [known])).toEqual(['new-1-2008-04-01']);
  });
});
