// This body signs only for its own officer, only what he was shown, and keeps what it signed (invariant I2).
import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { compactVerify, importJWK } from 'jose';
import { contentHash } from '#kernel/canonical.js';
import type { TicketClaims } from '#kernel/ticket.js';
import type { CompanyBench } from './bench.js';
import { placing, requestOf, signed, TERMS } from './signing-request.js';

/** As an officer could have sent them: the same number, written otherwise. */
const GIVEN = { workForm: 'SECONDMENT_INDIVIDUAL', from: '2014-04-01', hoursPerWeek: '18.00' };

export function signingRules(bench: () => CompanyBench): void {
  whatIsSigned(bench);
  whatIsNotSigned(bench);
}

function whatIsSigned(bench: () => CompanyBench): void {
  it('signs the terms hash with the key of the body, once per terms version, with role, principal and basis', async () => {
    const request = requestOf(bench(), {});
    const first = await bench().command<{ signature: string; signedAt: string }>('sign-acceptance', request);
    const again = await bench().command<{ signature: string; signedAt: string }>('sign-acceptance', request);
    expect(again).toEqual(first);
    const verified = await compactVerify(first.signature, await importJWK(bench().publicKey, 'ES256'));
    expect(verified.protectedHeader).toMatchObject({ alg: 'ES256', kid: bench().parts.name });
    expect(JSON.parse(Buffer.from(verified.payload).toString())).toEqual({
      agreement: request.agreement, termsVersion: 1, termsHash: request.termsHash, body: bench().parts.body, parties: [placing(bench())], signedAt: first.signedAt,
    });
  });

  it('signs once also when the same is asked twice at once', async () => {
    const request = requestOf(bench(), {});
    const [first, ...others] = await Promise.all([1, 2, 3, 4].map(() => bench().command<{ signature: string }>('sign-acceptance', request)));
    expect(others).toEqual([first, first, first]);
    expect(await signed(bench(), request.agreement)).toBe(1);
  });

  it('signs of an amendment which agreement it ends', async () => {
    const amends = randomUUID();
    const { signature } = await bench().command<{ signature: string }>('sign-acceptance', { ...requestOf(bench(), {}), amends });
    expect(JSON.parse(Buffer.from(signature.split('.')[1] ?? '', 'base64url').toString())).toMatchObject({ amends });
  });

  it('signs the same version anew with a new key, keeps what it signed before, and repeats the newest', async () => {
    const request = requestOf(bench(), {});
    const before = await bench().command<{ signature: string }>('sign-acceptance', request);
    const oldKey = await importJWK(bench().publicKey, 'ES256');
    await bench().changeKey();
    const after = await bench().command<{ signature: string }>('sign-acceptance', request);
    expect(await bench().command('sign-acceptance', request)).toEqual(after);
    await expect(compactVerify(after.signature, await importJWK(bench().publicKey, 'ES256'))).resolves.toBeDefined();
    await expect(compactVerify(after.signature, oldKey)).rejects.toThrow();
    const rows = await bench().parts.dataSource.query<{ signature: string }[]>('select signature from acceptance where agreement = $1 order by number', [request.agreement]);
    expect(rows.map((row) => row.signature)).toEqual([before.signature, after.signature]);
  });
}

function whatIsNotSigned(bench: () => CompanyBench): void {
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

  it('signs a counter of its officer, and no other terms than he sent', async () => {
    const counter = { action: 'counter', contentHash: contentHash(GIVEN) } as const;
    expect(await signs(bench(), requestOf(bench(), counter, { given: GIVEN }))).toBe('signed');
    expect(await signs(bench(), requestOf(bench(), counter))).toBe('FORBIDDEN');
    expect(await signs(bench(), requestOf(bench(), counter, { given: { ...GIVEN, hoursPerWeek: '18' } }))).toBe('FORBIDDEN');
    const terms = { ...TERMS, secondmentFeePerHour: '1' };
    expect(await signs(bench(), requestOf(bench(), counter, { given: GIVEN, terms, termsHash: contentHash(terms) }))).toBe('FORBIDDEN');
  });

  it('refuses terms that do not have the hash, and a role, a principal or a basis that its own register does not give it', async () => {
    const altered = requestOf(bench(), {}, { terms: { ...TERMS, hoursPerWeek: '36' } });
    expect(await signs(bench(), altered)).toBe('BAD_USER_INPUT');
    const own = placing(bench());
    for (const party of [{ ...own, role: 'RESIDENCE_AUTHORITY' }, { ...own, onBehalfOf: 'gm-0599' }, { ...own, basis: `${own.basis} en meer` }]) {
      expect(await signs(bench(), requestOf(bench(), {}, { parties: [own, party] }))).toBe('FORBIDDEN');
    }
    expect(await signs(bench(), requestOf(bench(), {}, { parties: [] }))).toBe('FORBIDDEN');
  });

  it('signs a version in the same roles only once more', async () => {
    const receiving = { ...placing(bench()), role: 'RECEIVING_COMPANY' };
    const first = requestOf(bench(), {}, { parties: [placing(bench())] });
    expect(await signs(bench(), first)).toBe('signed');
    expect(await signs(bench(), { ...first, parties: [receiving] })).toBe('BAD_USER_INPUT');
  });
}

/** `signed`, or the code of the fault; a fault leaves no signature. */
async function signs(bench: CompanyBench, request: ReturnType<typeof requestOf>): Promise<unknown> {
  const before = await signed(bench, request.agreement);
  return bench.command('sign-acceptance', request).then(
    () => 'signed',
    async (error: { code: unknown }) => {
      expect(await signed(bench, request.agreement)).toBe(before);
      return error.code;
    },
  );
}

async function refused(bench: CompanyBench, claims: Partial<TicketClaims>): Promise<void> {
  expect(await signs(bench, requestOf(bench, claims))).toBe('FORBIDDEN');
}
