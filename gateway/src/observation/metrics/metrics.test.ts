import { describe, expect, it } from '@jest/globals';
import type { Ending } from '../watch.js';
import { Metrics } from './metrics.js';

const ending = (more: Partial<Ending>): Ending => ({ status: 200, kind: 'query', operation: 'Dossier', codes: [], ...more });
const labels = (metrics: Metrics): unknown[] => metrics.requests.get().values.map((one) => one.labels);

describe('the labels of metrics', () => {
  it('name an operation of a list, and nothing that a client made up', () => {
    const metrics = new Metrics();
    const listed = metrics.begin();
    listed.byId();
    listed.end(ending({}));
    for (const name of ['Bsn123456782', 'Jansen', null]) metrics.begin().end(ending({ operation: name }));
    expect(labels(metrics)).toEqual([{ kind: 'query', operation: 'Dossier', status: '200' }, { kind: 'query', operation: 'other', status: '200' }]);
  });

  it('hold the codes of the gateway, and one word for those of others', () => {
    const metrics = new Metrics();
    metrics.begin().end(ending({ codes: ['UNAVAILABLE', 'UNAUTHORIZED_FIELD_OR_TYPE', 'subgraph says 123456782', 'undefined'] }));
    expect(metrics.errors.get().values.map((one) => [one.labels['code'], one.value])).toEqual([['UNAVAILABLE', 1], ['UNAUTHORIZED_FIELD_OR_TYPE', 1], ['other', 2]]);
  });
});
