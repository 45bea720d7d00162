import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ENVELOPE_HEADER, EnvelopeOpener } from '#kernel/envelope.js';
import { BUSINESS_DATE, GatewayKit, namesByReference } from './gateway-kit.js';
import type { Asked } from './stub-subgraph.js';

describe('what a subgraph is told', () => {
  let kit: GatewayKit;
  beforeAll(async () => void (kit = await GatewayKit.start()));
  afterAll(() => kit.stop());
  beforeEach(() => {
    kit.reset();
    kit.stubs.reintegration.behaviour = () => ({ data: { workers: [{ __typename: 'LeidenSwEmployment', id: 'leiden:E:1' }] } });
    kit.stubs['sw-leiden'].behaviour = namesByReference('Leiden');
  });

  const envelopeOf = (name: string, asked: Asked | undefined) => {
    if (!asked) throw new Error(`${name} was not asked`);
    return new EnvelopeOpener(kit.keys.get(name) ?? Buffer.alloc(0), name).open(String(asked.headers[ENVELOPE_HEADER]), asked.text);
  };

  it('every fetch carries an envelope that only this subgraph opens and only for this body', async () => {
    const { json } = await kit.ask({ query: '{ workers { id workerName } }' }, { 'x-doelbinding': 'wsw' });
    expect(json).toEqual({ data: { workers: [{ id: 'leiden:E:1', workerName: 'Leiden leiden:E:1' }] } });
    const [asked] = kit.stubs['sw-leiden'].asked;
    const facts = envelopeOf('sw-leiden', asked);
    expect(facts).toMatchObject({ viewer: { subject: 'case-worker', body: 'werk-en-inkomen', roles: ['CASE_WORKER'], purpose: 'wsw' }, businessDate: BUSINESS_DATE });
    expect(facts?.deadline).toBeGreaterThan(Date.now() - 5000);
    expect(envelopeOf('sw-wassenaar', asked)).toBeNull();
    expect(envelopeOf('sw-leiden', asked && { ...asked, text: `${asked.text} ` })).toBeNull();
  });

  it('a request has one id at all subgraphs, which the client gets too', async () => {
    const { headers } = await kit.ask({ query: '{ workers { workerName } }' });
    const ids = [envelopeOf('reintegration', kit.stubs.reintegration.asked[0]), envelopeOf('sw-leiden', kit.stubs['sw-leiden'].asked[0])].map((facts) => facts?.requestId);
    expect(new Set([...ids, headers.get('x-request-id')]).size).toBe(1);
  });

  it('headers of the client that only the gateway may speak with do not arrive, nor does the token', async () => {
    const forged = { [ENVELOPE_HEADER]: 'forged', 'x-schakel-anything': 'forged', 'x-role': 'forged', 'x-body': 'forged', 'x-request-id': 'forged' };
    await kit.ask({ query: '{ hello }' }, forged);
    const [asked] = kit.stubs.reintegration.asked;
    expect(JSON.stringify(asked?.headers)).not.toContain('forged');
    expect(asked?.headers['authorization']).toBeUndefined();
    expect(envelopeOf('reintegration', asked)).toMatchObject({ viewer: { body: 'werk-en-inkomen', purpose: null } });
  });
});
