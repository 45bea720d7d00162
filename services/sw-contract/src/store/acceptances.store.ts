// What this body signed: per agreement and terms version one acceptance, numbered on when its key changed, never overwritten
// (invariant I2).
import type { SignedParty } from '../domain/acceptance.js';
import type { Tx } from '../port.js';

export interface Acceptance {
  readonly agreement: string;
  readonly termsVersion: number;
  readonly termsHash: string;
  readonly terms: object;
  readonly parties: readonly SignedParty[];
  /** Subject of the officer; stays in this body's own store. */
  readonly signedBy: string;
  /** JWS, compact serialisation, ES256. */
  readonly signature: string;
  /** ISO 8601 instant. */
  readonly signedAt: string;
  /** RFC 7638, of the key that signed. */
  readonly keyThumbprint: string;
}

export interface StoredSignature {
  readonly termsHash: string;
  readonly parties: readonly SignedParty[];
  readonly signature: string;
  readonly signedAt: string;
  /** Null: signed before this was written down. */
  readonly keyThumbprint: string | null;
}

interface StoredRow {
  readonly terms_hash: string;
  readonly parties: readonly SignedParty[];
  readonly signature: string;
  readonly signed_at: Date;
  readonly key_thumbprint: string | null;
}

/** Two requests for one version, under ids of their own, follow each other: the second finds what the first signed. Ends with the transaction. */
export async function lockSignatures(tx: Tx, agreement: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('signatures:' || $1, 0))`, [agreement]);
}

export async function storedSignatures(tx: Tx, agreement: string, termsVersion: number): Promise<readonly StoredSignature[]> {
  const rows = await tx.query<StoredRow[]>(
    'select terms_hash, parties, signature, signed_at, key_thumbprint from acceptance where agreement = $1 and terms_version = $2 order by number',
    [agreement, termsVersion],
  );
  return rows.map((row) => ({ termsHash: row.terms_hash, parties: row.parties, signature: row.signature, signedAt: row.signed_at.toISOString(), keyThumbprint: row.key_thumbprint }));
}

/** The terms that this body signed as exactly this version with this hash; null when it did not. */
export async function acceptedTerms(tx: Tx, terms: { agreement: string; termsVersion: number; termsHash: string }): Promise<Readonly<Record<string, unknown>> | null> {
  const [row] = await tx.query<{ terms: Record<string, unknown> }[]>('select terms from acceptance where agreement = $1 and terms_version = $2 and terms_hash = $3 limit 1', [
    terms.agreement, terms.termsVersion, terms.termsHash,
  ]);
  return row?.terms ?? null;
}

export async function addAcceptance(tx: Tx, acceptance: Acceptance): Promise<void> {
  await tx.query(
    `insert into acceptance (agreement, terms_version, number, terms_hash, terms, parties, signed_by, signature, signed_at, key_thumbprint)
     select $1::uuid, $2::integer, coalesce(max(number), 0) + 1, $3, $4::jsonb, $5::jsonb, $6, $7, $8::timestamptz, $9 from acceptance where agreement = $1 and terms_version = $2`,
    [
      acceptance.agreement, acceptance.termsVersion, acceptance.termsHash, JSON.stringify(acceptance.terms), JSON.stringify(acceptance.parties),
      acceptance.signedBy, acceptance.signature, acceptance.signedAt, acceptance.keyThumbprint,
    ],
  );
}
