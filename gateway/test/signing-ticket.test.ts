import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { contentHash } from '#kernel/canonical.js';
import { ENVELOPE_HEADER, EnvelopeOpener } from '#kernel/envelope.js';
import { openTicket, type TicketClaims } from '#kernel/ticket.js';
import { GatewayKit } from './gateway-kit.js';
import { CASE_WORKER, PLACEMENT_OFFICER } from './local-issuer.js';

const TERMS = { workForm: 'SECONDMENT_INDIVIDUAL', hoursPerWeek: '24', fee: '5.50', hirer: 'kvk:99000001', adaptations: ['LOW_STIMULI'] };
const COUNTER = 'mutation M($input: CommandInput!) { counterAgreement(input: $input) { id } }';
const counterOf = (terms: unknown): object => ({ commandId: 'c-1', id: 'a-1', terms });

describe('the ticket to sign', () => {
  let kit: GatewayKit;
  let officer: Readonly<Record<string, string>>;
  beforeAll(async () => {
    kit = await GatewayKit.start();
    officer = { authorization: `Bearer ${await kit.issuer.token(PLACEMENT_OFFICER)}`, 'x-doelbinding': 'wsw' };
  });
  afterAll(() => kit.stop());
  beforeEach(() => kit.reset());

  const ticketSent = (): string | undefined => {
    const [asked] = kit.stubs.reintegration.asked;
    if (!asked) throw new Error('reintegration was not asked');
    return new EnvelopeOpener(keyOf('reintegration'), 'reintegration').open(String(asked.headers[ENVELOPE_HEADER]), asked.text)?.ticket;
  };
  const keyOf = (service: string): Buffer => kit.keys.get(service) ?? Buffer.alloc(0);
  const ticketFor = async (service: string, body: object, headers: Readonly<Record<string, string>>): Promise<TicketClaims | null> => {
    kit.reset();
    await kit.ask(body, headers);
    const ticket = ticketSent();
    return ticket === undefined ? null : openTicket(ticket, keyOf(service));
  };
  const signed = async (query: string, variables: object = {}): Promise<string | undefined> => (await ticketFor('sw-leiden', { query, variables }, officer))?.contentHash;

  it('of an acceptance is for the body of the viewer and no other, and names the hash that is accepted', async () => {
    const input = { commandId: 'c-1', id: 'a-1', termsHash: 'abc' };
    const query = 'mutation M($input: CommandInput!) { acceptAgreement(input: $input) { id } }';
    const opened = await ticketFor('sw-leiden', { query, variables: { input } }, officer);
    expect(opened).toMatchObject({ viewer: { ...subjectOf(PLACEMENT_OFFICER), purpose: 'wsw' }, action: 'accept', commandId: 'c-1', object: 'a-1', contentHash: 'abc' });
    expect(openTicket(ticketSent() ?? '', keyOf('reintegration'))).toBeNull();
  });

  it('of a proposal by the joint service is for the service that keeps the agreements, and names offer and content', async () => {
    const query = 'mutation { proposeAgreement(input: { commandId: "c-2", offer: "o-1", terms: { workForm: INTERNAL, hoursPerWeek: "24" } }) { id } }';
    const expected = { viewer: subjectOf(CASE_WORKER), action: 'propose', commandId: 'c-2', object: 'o-1', contentHash: contentHash({ workForm: 'INTERNAL', hoursPerWeek: '24' }) };
    expect(await ticketFor('reintegration', { query }, {})).toMatchObject(expected);
  });

  it('of a counter binds the terms that were sent; with another field it is another ticket', async () => {
    expect(await ticketFor('sw-leiden', { query: COUNTER, variables: { input: counterOf(TERMS) } }, officer)).toMatchObject({ action: 'counter', object: 'a-1', contentHash: contentHash(TERMS) });
    const { fee: _fee, ...withoutFee } = TERMS;
    for (const terms of [{ ...TERMS, hoursPerWeek: '25' }, { ...TERMS, adaptations: [] }, { ...TERMS, noticeMonths: 2 }, { ...TERMS, fee: null }, withoutFee]) {
      const hash = await signed(COUNTER, { input: counterOf(terms) });
      expect(hash).toBe(contentHash(terms));
      expect(hash).not.toBe(contentHash(TERMS));
    }
  });

  it.each([
    ['literals', 'mutation { counterAgreement(input: { commandId: "c", id: "a", terms: { workForm: SECONDMENT_INDIVIDUAL, hoursPerWeek: "24", fee: "5.50", hirer: "kvk:99000001", adaptations: ["LOW_STIMULI"] } }) { id } }', {}],
    ['one text where a list is meant', 'mutation { counterAgreement(input: { commandId: "c", id: "a", terms: { workForm: SECONDMENT_INDIVIDUAL, hoursPerWeek: "24", fee: "5.50", hirer: "kvk:99000001", adaptations: "LOW_STIMULI" } }) { id } }', {}],
    ['a variable per field, one left out', 'mutation ($w: WorkForm!, $h: Decimal!, $f: Decimal, $a: [String!], $n: Int) { counterAgreement(input: { commandId: "c", id: "a", terms: { workForm: $w, hoursPerWeek: $h, fee: $f, hirer: "kvk:99000001", adaptations: $a, noticeMonths: $n } }) { id } }', { w: 'SECONDMENT_INDIVIDUAL', h: '24', f: '5.50', a: 'LOW_STIMULI' }],
    ['the default of a variable', 'mutation ($t: TermsInput = { workForm: SECONDMENT_INDIVIDUAL, hoursPerWeek: "24", fee: "5.50", hirer: "kvk:99000001", adaptations: ["LOW_STIMULI"] }) { counterAgreement(input: { commandId: "c", id: "a", terms: $t }) { id } }', {}],
    ['an alias in a fragment', 'mutation ($t: TermsInput!) { ...F } fragment F on Mutation { mine: counterAgreement(input: { commandId: "c", id: "a", terms: $t }) { id } }', { t: TERMS }],
  ])('is the same for %s', async (_what, query, variables) => {
    expect(await signed(query, variables)).toBe(contentHash(TERMS));
  });

  it('is not made for an act without its content, and the service is asked to say what is wrong', async () => {
    expect(await ticketFor('sw-leiden', { query: COUNTER, variables: { input: { commandId: 'c', id: 'a' } } }, officer)).toBeNull();
  });

  it('two acts of signing in one request are refused before either is done; one is not', async () => {
    const query = 'mutation { a: proposeAgreement(input: { commandId: "1" }) { id } ... on Mutation { b: acceptAgreement(input: { commandId: "2" }) { id } } }';
    const { status, json } = await kit.ask({ query });
    expect({ status, code: json.errors?.[0]?.extensions['code'], asked: kit.askedTotal }).toEqual({ status: 400, code: 'BAD_USER_INPUT', asked: 0 });
  });

  it('a question carries none', async () => {
    await kit.ask({ query: '{ hello }' });
    expect(ticketSent()).toBeUndefined();
  });
});

function subjectOf({ sub, body, roles }: { sub: string; body: string; roles: string[] }): object {
  return { subject: sub, body, roles };
}
