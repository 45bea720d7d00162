import { describe, expect, it } from '@jest/globals';
import { travelBetween, travelKilometres, travelParametersOn } from './travel.js';

const voorschoten = { area: '2251', lat: 52.1272, lon: 4.4486 };
const zoetermeer = { area: '2712', lat: 52.0575, lon: 4.4931 };

describe('the way between two postcode areas', () => {
  const parameters = travelParametersOn('2014-03-03');

  it('is the great circle times the detour factor, one decimal', () => {
    expect(travelKilometres(voorschoten, zoetermeer, parameters)).toBe('10.8');
  });

  it('is the same in both directions', () => {
    expect(travelKilometres(zoetermeer, voorschoten, parameters)).toBe(travelKilometres(voorschoten, zoetermeer, parameters));
  });

  it('is nought within one area', () => {
    expect(travelKilometres(voorschoten, voorschoten, parameters)).toBe('0.0');
  });

  it('uses the factor of the date', () => {
    const dated = [
      { from: '2000-01-01', until: '2013-12-31', detourFactor: '1.3', maxKilometres: 15 },
      { from: '2014-01-01', until: null, detourFactor: '1', maxKilometres: 20 },
    ];
    expect(travelParametersOn('2013-12-31', dated).detourFactor).toBe('1.3');
    expect(travelParametersOn('2014-01-01', dated).maxKilometres).toBe(20);
  });

  it('is unknown when an area is not in the register or not given', () => {
    const travel = travelBetween([voorschoten, zoetermeer], '2014-03-03');
    expect([travel('2251', '2712'), travel('2251', '9999'), travel(null, '2712')]).toEqual(['10.8', null, null]);
  });
});
