import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { recordFaults } from '#law/statistics/record-faults.js';
import { readRecord, writeRecord, type WswRecord } from '#law/statistics/wsw-record.js';
import type { Indication } from '../indication.js';
import { deliveryOf, recordsOf } from './records.js';
import type { Identity, SuppliedEmployment } from './supplied-facts.js';

const identity: Identity = { person: 'p', bsn: '990001271', birthDate: '1970-05-14', residence: '0626' };
const indication: Indication = {
  number: 'I-1', person: 'p', municipality: '0626', kind: 'WSW', category: 'SEVERE', appliedOn: '2009-09-01', decidedOn: '2010-01-04', validUntil: '2015-01-03',
  reindicationRequestedOn: null, adviceSupervisedEmployment: true, adaptations: [], waitingSince: null, postcodeArea: null, asOf: '2014-03-03T00:00:00Z',
};
const form = { from: '2010-02-01', until: null, hoursPerWeek: '28.50', paidPercentage: 90 };
const employment: SuppliedEmployment = { person: 'p', payingMunicipality: '1916', contract: { ...form, secondment: 2 }, supervised: null, leavingReason: null, destination: null };
const supervised: SuppliedEmployment = { ...employment, contract: null, supervised: form };
const ended = { ...employment, contract: { ...form, secondment: 2, until: '2013-09-30' } };
const left: SuppliedEmployment = { ...ended, leavingReason: 7, destination: 3 };

const in2013 = deliveryOf(20132, '0626');
const in2015 = deliveryOf(20151, '0626');
const told = (employments: SuppliedEmployment[], decisions: Partial<Indication>[] = [{}], delivery = in2013) =>
  recordsOf(delivery, identity, decisions.map((one) => ({ ...indication, ...one })), employments);
const sound = (records: readonly WswRecord[], delivery = in2013) => records.flatMap((one) => recordFaults(delivery.layout, one));

describe('a worker in the delivery of 2008 to 2014', () => {
  it('has the indication of his municipality and the work of the one that pays', () => {
    const records = told([employment]);
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({
      periode: '20132', verantwoordelijke: '0626', bsn: '990001271', geboortedatum: '19700514', gemeente_inschrijving: '0626',
      handicapcode_1: '', handicapcode_2: '', handicapcode_3: '', aanvraag_eerste_indicatie: '20090901', aanvraag_herindicatie: '', indicatiebesluit: '20100104',
      afloop_indicatie: '20150103', besluit_doelgroep: '1', besluit_arbeidshandicap: '3', advies_werkvorm: '1', instroom_wachtlijst: '',
      begin_dienstbetrekking: '20100201', detachering: '2', einde_dienstbetrekking: '', uren_dienstbetrekking: '29', loon_dienstbetrekking: '90',
      begin_begeleid_werken: '', reden_ontslag: '', bestemming_uitstroom: '',
    });
    expect(sound(records)).toEqual([]);
  });

  it('has the last decision of the half-year, with its own request as the one for re-indication', () => {
    const [record] = told([employment], [{}, { number: 'I-2', appliedOn: '2013-06-01', decidedOn: '2013-08-01', category: 'MODERATE', adviceSupervisedEmployment: false }]);
    expect(record).toMatchObject({ aanvraag_eerste_indicatie: '20090901', aanvraag_herindicatie: '20130601', indicatiebesluit: '20130801', besluit_arbeidshandicap: '2', advies_werkvorm: '2' });
  });

  it('has nothing that came after the last day', () => {
    const [record] = told([employment], [{ reindicationRequestedOn: '2014-01-01' }, { number: 'I-2', decidedOn: '2014-01-01' }]);
    expect(record).toMatchObject({ aanvraag_herindicatie: '', indicatiebesluit: '20100104' });
    expect(told([employment], [{ decidedOn: '2014-01-01' }])).toEqual([]);
  });

  it('left the waiting list by being placed, on the first day of the work', () => {
    const records = told([employment], [{ waitingSince: '2010-01-04' }]);
    expect(records[0]).toMatchObject({ instroom_wachtlijst: '20100104', uitstroom_wachtlijst: '20100201', reden_uitstroom_wachtlijst: '01' });
    expect(sound(records)).toEqual([]);
  });
});

describe('a change of the form of work', () => {
  const after: SuppliedEmployment = { ...supervised, supervised: { ...form, from: '2013-10-01' } };

  it('is one record in which the old form is closed, without reason or destination', () => {
    const records = told([after, ended]);
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({ einde_dienstbetrekking: '20130930', begin_begeleid_werken: '20131001', einde_begeleid_werken: '', reden_ontslag: '', bestemming_uitstroom: '' });
    expect(sound(records)).toEqual([]);
  });

  it('is none where the company gave a reason for the end, or where days lie between', () => {
    expect(told([after, left])).toHaveLength(2);
    expect(told([{ ...supervised, supervised: { ...form, from: '2013-10-02' } }, ended])).toHaveLength(2);
  });

  it('overwrites the form that was there before', () => {
    const back: SuppliedEmployment = { ...employment, contract: { ...form, from: '2013-11-01', secondment: 1 } };
    const records = told([ended, { ...after, supervised: { ...form, from: '2013-10-01', until: '2013-10-31' } }, back]);
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({ begin_dienstbetrekking: '20131101', einde_dienstbetrekking: '', begin_begeleid_werken: '20131001', einde_begeleid_werken: '20131031' });
  });
});

describe('who left', () => {
  it('has a closed record with reason and destination', () => {
    const records = told([{ ...left, leavingReason: 8, destination: 7 }]);
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({ einde_dienstbetrekking: '20130930', reden_ontslag: '8', bestemming_uitstroom: '07' });
    expect(sound(records)).toEqual([]);
  });

  it('and waits again has a new record beside the closed one', () => {
    const records = told([left], [{ waitingSince: '2013-10-01' }]);
    expect(records.map(({ einde_dienstbetrekking, instroom_wachtlijst }) => [einde_dienstbetrekking, instroom_wachtlijst])).toEqual([['20130930', ''], ['', '20131001']]);
    expect(sound(records)).toEqual([]);
  });

  it('and came back has a new record for the new work', () => {
    const again: SuppliedEmployment = { ...employment, contract: { ...form, from: '2013-12-01', secondment: 1 } };
    expect(told([again, left]).map(({ begin_dienstbetrekking }) => begin_dienstbetrekking)).toEqual(['20100201', '20131201']);
  });

  it('without a reason that anybody knows is told as a fault and not guessed', () => {
    expect(sound(told([ended])).map(({ field, rule }) => [field, rule])).toEqual([['reden_ontslag', 'outflow-incomplete'], ['bestemming_uitstroom', 'outflow-incomplete']]);
  });
});

describe('who has no work', () => {
  it('waits with the date on which he came on the list', () => {
    const records = told([], [{ waitingSince: '2013-03-01' }]);
    expect(records).toMatchObject([{ instroom_wachtlijst: '20130301', uitstroom_wachtlijst: '', begin_dienstbetrekking: '' }]);
    expect(sound(records)).toEqual([]);
  });

  it('is told while the indication is valid, and no longer', () => {
    expect(told([])).toHaveLength(1);
    expect(told([], [{ validUntil: '2013-06-30' }])).toEqual([]);
    expect(told([], [{ kind: 'NEW_SHELTERED' }])).toEqual([]);
  });

  it('is not told from 2015 on: there is no waiting list any more', () => {
    expect(told([], [{ waitingSince: '2013-03-01' }], in2015)).toEqual([]);
  });
});

describe('the delivery from 2015 on', () => {
  it('names who pays, has no waiting list, and lacks the sex, which nobody here holds', () => {
    const records = told([employment], [{ waitingSince: '2010-01-04' }], in2015);
    expect(records[0]).toMatchObject({ periode: '20151', betalende_gemeente: '1916' });
    expect(records[0]).not.toHaveProperty('instroom_wachtlijst');
    expect(sound(records, in2015).map(({ field }) => field)).toEqual(['geslacht']);
  });
});

describe('a record', () => {
  const day = fc.date({ min: new Date('2008-01-01T00:00:00Z'), max: new Date('2013-12-31T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
  const anyForm = fc.record({ from: day, until: fc.option(day), hoursPerWeek: fc.option(fc.constantFrom('0.5', '28', '36.00', '24.49')), paidPercentage: fc.option(fc.integer({ min: 0, max: 100 })) });
  const anyEmployment: fc.Arbitrary<SuppliedEmployment> = fc.record({
    person: fc.constant('p'), payingMunicipality: fc.option(fc.constant('1916')), leavingReason: fc.option(fc.integer({ min: 1, max: 9 })), destination: fc.option(fc.integer({ min: 1, max: 11 })),
    contract: fc.option(fc.record({ secondment: fc.option(fc.constantFrom(1, 2, 3)) }).chain((one) => anyForm.map((other) => ({ ...other, ...one })))), supervised: fc.option(anyForm),
  });

  it('whatever the bodies supply, can be written, and reads back as it was', () => {
    fc.assert(fc.property(fc.array(anyEmployment, { maxLength: 4 }), fc.option(day), fc.constantFrom(in2013, in2015), (employments, waitingSince, delivery) => {
      for (const record of told(employments, [{ waitingSince, decidedOn: '2008-01-02' }], delivery)) {
        const line = writeRecord(delivery.layout, record);
        const read = readRecord(delivery.layout, line);
        expect('record' in read && writeRecord(delivery.layout, read.record)).toBe(line);
      }
    }));
  });
});
