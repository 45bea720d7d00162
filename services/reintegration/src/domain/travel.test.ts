import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Parameter } from '#law/parameters.js';
import { KNOWN_PARAMETERS } from '#law/testing/known-parameters.js';
import { TRANSPORTS } from './matching.js';
import { travelBetween, travelKilometres, travelLimitsOn, travelTimeOn } from './travel.js';

const on = '2014-03-03';
const voorschoten = { area: '2251', lat: 52.1272, lon: 4.4486 };
const zoetermeer = { area: '2712', lat: 52.0575, lon: 4.4931 };
const valued = (name: string, from: string, until: string | null, value: string): Parameter => ({ name, municipality: null, from, until, value, unit: 'factor', ground: 'aanname', verified: false });

describe('the way between two postcode areas', () => {
  it('is the great circle times the detour factor, one decimal', () => {
    expect(travelKilometres(voorschoten, zoetermeer, '1.3')).toBe('10.8');
  });

  it('is the same in both directions', () => {
    expect(travelKilometres(zoetermeer, voorschoten, '1.3')).toBe(travelKilometres(voorschoten, zoetermeer, '1.3'));
  });

  it('is nought within one area', () => {
    expect(travelKilometres(voorschoten, voorschoten, '1.3')).toBe('0.0');
  });

  it('uses the factor of the day', () => {
    const dated = [valued('TRAVEL_DETOUR_FACTOR', '2000-01-01', '2013-12-31', '1.3'), valued('TRAVEL_DETOUR_FACTOR', '2014-01-01', null, '1')];
    const on = (day: string) => travelBetween([voorschoten, zoetermeer], dated, day)('2251', '2712');
    expect([on('2013-12-31'), on('2014-01-01')]).toEqual(['10.8', '8.3']);
  });

  it('is unknown when an area is not in the register or not given', () => {
    const travel = travelBetween([voorschoten, zoetermeer], KNOWN_PARAMETERS, on);
    expect([travel('2251', '2712'), travel('2251', '9999'), travel(null, '2712')]).toEqual(['10.8', null, null]);
  });
});

describe('the time of a way', () => {
  const minutes = travelTimeOn(KNOWN_PARAMETERS, on);

  it('is the ride at the speed of the transport and what goes before and after, in whole minutes rounded up', () => {
    expect(TRANSPORTS.map((one) => [one, minutes('10.8', one)])).toEqual([['CAR', 22], ['MOPED', 26], ['BICYCLE', 44], ['MOTORCYCLE', 17], ['PUBLIC_TRANSPORT', 41]]);
    expect(minutes('0.0', 'BICYCLE')).toBe(0);
  });

  it('never gets shorter on a longer way', () => {
    fc.assert(fc.property(fc.nat(2000), fc.nat(2000), fc.constantFrom(...TRANSPORTS), (a, b, transport) => {
      const [short, long] = [Math.min(a, b), Math.max(a, b)].map((tenths) => minutes((tenths / 10).toFixed(1), transport));
      expect(long).toBeGreaterThanOrEqual(short ?? 0);
    }));
  });

  it('of a day without a speed is not guessed', () => {
    expect(() => travelTimeOn([], on)).toThrow(RangeError);
  });
});

it('a worker who wishes nothing travels within the limits of the register', () => {
  expect(travelLimitsOn(KNOWN_PARAMETERS, on)).toEqual({ kilometres: 15, minutes: 60, transport: 'PUBLIC_TRANSPORT' });
  const strange = [valued('TRAVEL_MAX_KILOMETRES', on, null, '15'), valued('TRAVEL_MAX_MINUTES', on, null, '60'), valued('TRAVEL_TRANSPORT', on, null, 'SLEDGE')];
  expect(() => travelLimitsOn(strange, on)).toThrow('TRAVEL_TRANSPORT');
});
