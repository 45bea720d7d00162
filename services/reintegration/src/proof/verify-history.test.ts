/** No history that the rules of the house can write is called false, whatever state it leads to. */
import { describe, expect, it } from '@jest/globals';
import { proposedEvent, WAY_TO } from '../domain/testing/sample-agreement.js';
import { exportContent } from './export-agreement.js';
import { recordOf } from './testing/sample-proof.js';
import { historyFaults } from './verify-history.js';

const exporter = { service: 'reintegration', body: 'werk-en-inkomen', keys: { keys: [] }, services: [] };

describe('a history', () => {
  it.each(Object.entries(WAY_TO))('to %s is possible, and folds to the agreement that is stated', async (state, events) => {
    const content = await exportContent(recordOf([proposedEvent(), ...events]), exporter, '2026-01-01T00:00:00.000Z');
    expect(content.agreement.state).toBe(state);
    expect(historyFaults(content)).toEqual([]);
  });

  it('goes no further after a terminal state', async () => {
    const content = await exportContent(recordOf([proposedEvent(), ...WAY_TO.WITHDRAWN, { type: 'LAPSED' }]), exporter, '2026-01-01T00:00:00.000Z');
    expect(historyFaults(content)).toEqual(['entry 3: LAPSED cannot come in WITHDRAWN']);
  });
});
