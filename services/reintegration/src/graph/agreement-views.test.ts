import { expect, it } from '@jest/globals';
import type { AgreementEvent } from '../domain/agreement.js';
import { agreementAfter, AT, ON, WAY_TO } from '../domain/testing/sample-agreement.js';
import { eventView, expiryOf } from './agreement-views.js';
import type { DirectoryRegisters } from './directory.context.js';

it('an agreement tells until when it can be answered as long as there is something to answer, and not afterwards', () => {
  for (const state of ['PROPOSED', 'RESERVING'] as const) expect(expiryOf({ ...agreementAfter(...WAY_TO[state]), expiresOn: '2014-03-24' })).toBe('2014-03-24T23:00:00Z');
  for (const state of ['AGREED', 'SIGNED', 'ACTIVE', 'LAPSED'] as const) expect(expiryOf(agreementAfter(...WAY_TO[state]))).toBeNull();
});

it('the history of a running agreement names the one that amends it and the one that replaced it', () => {
  const seen = (event: AgreementEvent) => eventView({ revision: 9, version: 2, event, at: AT, on: ON, actorBody: null }, { body: () => null } as unknown as DirectoryRegisters);
  expect(seen({ type: 'AMENDED', by: 'amendment' })).toMatchObject({ kind: 'AMENDED', amendedBy: 'amendment', reason: null });
  expect(seen({ type: 'REPLACED', by: 'amendment', endsOn: '2014-04-30' })).toMatchObject({ kind: 'REPLACED', amendedBy: 'amendment' });
  expect(seen({ type: 'RESUMED', on: ON, reason: 'hersteld' })).toMatchObject({ reason: 'hersteld', amendedBy: null });
});
