// What this body signed: one acceptance per agreement and terms version, never overwritten (invariant I2).
import type { Tx } from '../port.js';

export interface Acceptance {
  readonly agreement: string;
  readonly termsVersion: number;
  readonly termsHash: string;
  readonly terms: object;
  readonly roles: readonly string[];
  readonly onBehalfOf: readonly string[];
  /** Subject of the officer; stays in this body's own store. */
  readonly signedBy: string;
  /** JWS, compact serialisation, ES256. */
  readonly signature: string;
  /** ISO 8601 instant. */
  readonly signedAt: string;
}

export interface StoredSignature {
  readonly termsHash: string;
  readonly signature: string;
  readonly signedAt: string;
}

export async function findAcceptance(tx: Tx, agreement: string, termsVersion: number): Promise<StoredSignature | null> {
  const [row] = await tx.query<{ terms_hash: string; signature: string; signed_at: Date }[]>(
    'select terms_hash, signature, signed_at from acceptance where agreement = $1 and terms_version = $2',
    [agreement, termsVersion],
  );
  return row ? { termsHash: row.terms_hash, signature: row.signature, signedAt: row.signed_at.toISOString() } : null;
}

export async function addAcceptance(tx: Tx, acceptance: Acceptance): Promise<void> {
  await tx.query(
    `insert into acceptance (agreement, terms_version, terms_hash, terms, roles, on_behalf_of, signed_by, signature, signed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      acceptance.agreement, acceptance.termsVersion, acceptance.termsHash, JSON.stringify(acceptance.terms), JSON.stringify(acceptance.roles),
      JSON.stringify(acceptance.onBehalfOf), acceptance.signedBy, acceptance.signature, acceptance.signedAt,
    ],
  );
}
