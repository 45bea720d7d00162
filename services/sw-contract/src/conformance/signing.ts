// This body signs only for its own officer, only what he was shown, and keeps what it signed (invariant I2).
import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { compactVerify, importJWK } from 'jose';
import { contentHash } from '#kernel/canonical.js';
import { sealTicket, type TicketClaims } from '#kernel/ticket.js';
import type { CompanyBench } from './bench.js';

const TERMS = { workForm: 'SECONDMENT_INDIVIDUAL', from: '2014-04-01', hoursPerWeek: '18' };

export function signingRules(bench: () => CompanyBench): void {
  it('signs the terms hash with the key of the body, once per terms version', async () => {
    const request = requestOf(bench(), {});
    const first = await bench().command<{ signature: string; signedAt: string }>('sign-acceptance', request);
    const again = await bench().command<{ signature: string; signedAt: string }>('sign-acceptance', request);
    expect(again).toEqual(first);
    const verified = await compactVerify(first.signature, await importJWK(bench().publicKey, 'ES256'));
    expect(verified.protectedHeader).toMatchObject({ alg: 'ES256', kid: bench().parts.name });
    expect(JSON.parse(Buffer.from(verified.payload).toString())).toMatchObject({
      agreement: request.agreement, termsVersion: 1, termsHash: request.termsHash, body: bench().parts.body, roles: ['PLACING_COMPANY'], signedAt: first.signedAt,
    });
  });

  it('refuses a ticket of another body, of another role, for other terms, or of its own making', async () => {
    const { body } = bench().parts;
    await refused(bench(), { viewer: bench().viewer(['PLACEMENT_OFFICER'], 'werk-en-inkomen') });
    await refused(bench(), { viewer: bench().viewer(['ANALYST'], body) });
    await refused(bench(), { contentHash: contentHash({ ...TERMS, hoursPerWeek: '36' }) });
    await refused(bench(), { object: randomUUID() });
    const forged = { ...requestOf(bench(), {}), ticket: 'e30.forged' };
    await expect(bench().command('sign-acceptance', forged)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await signed(bench(), forged.agreement)).toBe(0);
  });

  it('refuses terms that do not have the hash, and a role that the register does not give it', async () => {
    const altered = { ...requestOf(bench(), {}), terms: { ...TERMS, hoursPerWeek: '36' } };
    await expect(bench().command('sign-acceptance', altered)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    const other = { ...requestOf(bench(), {}), roles: ['RESIDENCE_AUTHORITY'] };
    await expect(bench().command('sign-acceptance', other)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await signed(bench(), altered.agreement)) + (await signed(bench(), other.agreement))).toBe(0);
  });
}

function requestOf(bench: CompanyBench, claims: Partial<TicketClaims>) {
  const agreement = randomUUID();
  const termsHash = contentHash(TERMS);
  const ticket = { viewer: bench.officer(), action: 'accept' as const, commandId: randomUUID(), object: agreement, contentHash: termsHash, ...claims };
  return {
    ticket: sealTicket(ticket, bench.parts.settings.SCHAKEL_ENVELOPE_KEY),
    agreement, termsVersion: 1, terms: TERMS, termsHash, roles: ['PLACING_COMPANY'], onBehalfOf: [bench.parts.body],
  };
}

async function refused(bench: CompanyBench, claims: Partial<TicketClaims>): Promise<void> {
  const request = requestOf(bench, claims);
  await expect(bench.command('sign-acceptance', request)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect(await signed(bench, request.agreement)).toBe(0);
}

async function signed(bench: CompanyBench, agreement: string): Promise<number> {
  const rows = await bench.parts.dataSource.query<unknown[]>('select from acceptance where agreement = $1', [agreement]);
  return rows.length;
}
