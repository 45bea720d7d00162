import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ENVELOPE_HEADER, EnvelopeOpener } from '#kernel/envelope.js';
import { openTicket } from '#kernel/ticket.js';
import { BUSINESS_DATE, GatewayKit, namesByReference } from './gateway-kit.js';
import { CASE_WORKER, PLACEMENT_OFFICER } from './local-issuer.js';
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

  it('accepting carries a ticket that the body of the viewer opens and no other', async () => {
    const token = await kit.issuer.token(PLACEMENT_OFFICER);
    const input = { commandId: 'c-1', id: 'a-1', termsHash: 'abc' };
    await kit.ask({ query: 'mutation M($input: CommandInput!) { acceptAgreement(input: $input) { id } }', variables: { input } }, { authorization: `Bearer ${token}`, 'x-doelbinding': 'wsw' });
    const ticket = envelopeOf('reintegration', kit.stubs.reintegration.asked[0])?.ticket ?? '';
    const opened = openTicket(ticket, kit.keys.get('sw-leiden') ?? Buffer.alloc(0));
    expect(opened).toMatchObject({ viewer: { ...subjectOf(PLACEMENT_OFFICER), purpose: 'wsw' }, action: 'accept', commandId: 'c-1', object: 'a-1', contentHash: 'abc' });
    expect(openTicket(ticket, kit.keys.get('reintegration') ?? Buffer.alloc(0))).toBeNull();
  });

  it('the joint service signs at the service that keeps the agreements', async () => {
    await kit.ask({ query: 'mutation { proposeAgreement(input: { commandId: "c-2" }) { id } }' });
    const ticket = envelopeOf('reintegration', kit.stubs.reintegration.asked[0])?.ticket ?? '';
    expect(openTicket(ticket, kit.keys.get('reintegration') ?? Buffer.alloc(0))).toMatchObject({ viewer: subjectOf(CASE_WORKER), action: 'propose', commandId: 'c-2' });
  });

  it('two acts of signing in one request are refused before either is done; one is not', async () => {
    const query = 'mutation { a: proposeAgreement(input: { commandId: "1" }) { id } ... on Mutation { b: acceptAgreement(input: { commandId: "2" }) { id } } }';
    const { status, json } = await kit.ask({ query });
    expect({ status, code: json.errors?.[0]?.extensions['code'], asked: kit.askedTotal }).toEqual({ status: 400, code: 'BAD_USER_INPUT', asked: 0 });
  });

  it('a question carries no ticket', async () => {
    await kit.ask({ query: '{ hello }' });
    expect(envelopeOf('reintegration', kit.stubs.reintegration.asked[0])?.ticket).toBeUndefined();
  });
});

function subjectOf({ sub, body, roles }: { sub: string; body: string; roles: string[] }): object {
  return { subject: sub, body, roles };
}
