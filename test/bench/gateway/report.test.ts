import { describe, expect, it } from '@jest/globals';
import { medians, type Medians, type Round } from './measure.js';
import { peerRatios, profileRatios, report, type Figures, type Run } from './report.js';

const at = (perSecond: number, cpuMsPerRequest: number): Medians => ({ perSecond, cpuMsPerRequest, p50: 1, p95: 2, p99: 3, callsPerRequest: 2 });
const figures = (name: string, heavy: Medians, light: Medians): Figures => ({ name, title: `gateway ${name}`, peakRssMiB: 100, medians: { heavy, light } });
const run: Run = {
  at: '2014-03-03',
  rounds: 7,
  seconds: 4,
  connections: 50,
  bytes: { heavy: 94_000, light: 800 },
  absent: ['The third was not there.'],
  figures: [figures('ours', at(500, 2), at(3000, 0.3)), figures('ours-profile', at(400, 2.6), at(1500, 0.6)), figures('stock', at(90, 10), at(1000, 1.2)), figures('other', at(9, 100), at(1, 100))],
};

describe('medians', () => {
  it('are of all rounds, figure by figure', () => {
    const rounds: Round[] = [at(10, 5), at(30, 1), at(20, 9)].map((one) => ({ ...one, requests: 1, wrong: 0 }));
    expect(medians(rounds)).toEqual({ ...at(20, 5) });
  });
});

describe('ratios', () => {
  it('are ours by theirs in speed and theirs by ours in CPU, and both must reach the target', () => {
    expect(peerRatios(run, 'heavy')).toEqual([
      { what: 'heavy, against gateway stock', found: '5.56x requests/s, 5.00x per CPU-ms', target: '5x', reached: true },
      { what: 'heavy, against gateway other', found: '55.56x requests/s, 50.00x per CPU-ms', target: '', reached: null },
    ]);
    expect(peerRatios(run, 'light')[0]).toMatchObject({ target: '4x', reached: false });
  });

  it('tell what the profile costs in CPU', () => {
    expect(profileRatios(run, 'heavy')).toMatchObject([{ found: '1.30x CPU, 0.60 CPU-ms more, 0.80x requests/s', reached: false }]);
    expect(profileRatios(run, 'light')).toMatchObject([{ reached: true, target: 'at most 0.4 CPU-ms more' }]);
  });
});

describe('the report', () => {
  it('has a table per question, says what is absent, and leaves out what was not measured', () => {
    const text = report({ ...run, figures: run.figures.map((one) => (one.name === 'other' ? { ...one, medians: {} } : one)) });
    expect(text).toContain('**heavy** (answer of 94000 bytes)');
    expect(text).toContain('| gateway ours | 500 | 1.0 | 2.0 | 3.0 | 2.00 | 2.0 | 100 |');
    expect(text).toContain('The third was not there.');
    expect(text).not.toContain('gateway other');
  });
});
