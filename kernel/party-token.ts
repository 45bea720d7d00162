/**
 * The token of one body's service to another's (architecture, section 3): ES256 under the sender's own key, bound to the
 * receiver and the body text, at most 60 s, never accepted twice. It carries the viewer of a question, or none.
 */
import { randomUUID } from 'node:crypto';
import { calculateJwkThumbprint, createLocalJWKSet, importJWK, jwtVerify, SignJWT, type JSONWebKeySet, type JWK } from 'jose';
import { z } from 'zod';
import { sha256Hex } from './canonical.js';
import { viewerSchema } from './envelope.js';
import { hasRepeatedNames } from './repeated-names.js';
import { ReplayGuard } from './replay-guard.js';
import type { Viewer } from './viewer.js';

export interface PartyFacts {
  readonly viewer: Viewer | null;
  readonly businessDate: string;
  readonly requestId: string;
  readonly deadline: number;
}

export interface PartyCaller extends PartyFacts {
  /** Name of the sending service, proven by its key. */
  readonly from: string;
}

type SigningKey = Awaited<ReturnType<typeof importJWK>>;

const factsSchema = z.object({
  viewer: viewerSchema.nullable(),
  businessDate: z.iso.date(),
  requestId: z.string(),
  deadline: z.number(),
  bodyHash: z.string(),
});

export class PartySigner {
  private constructor(
    private readonly service: string,
    readonly key: SigningKey,
    /** RFC 7638: tells which key this is, also after another has the same name. */
    readonly thumbprint: string,
  ) {}

  static async load(service: string, privateJwk: JWK): Promise<PartySigner> {
    return new PartySigner(service, await importJWK(privateJwk, 'ES256'), await calculateJwkThumbprint(privateJwk));
  }

  sign(to: string, body: string, facts: PartyFacts): Promise<string> {
    return new SignJWT({ ...facts, bodyHash: sha256Hex(body) })
      .setProtectedHeader({ alg: 'ES256', kid: this.service, typ: 'party+jwt' })
      .setIssuer(this.service)
      .setAudience(to)
      .setJti(randomUUID())
      .setIssuedAt()
      .setExpirationTime('60s')
      .sign(this.key);
  }
}

export class PartyVerifier {
  private readonly replays = new ReplayGuard(60_000);
  private readonly keys: ReturnType<typeof createLocalJWKSet>;

  constructor(
    private readonly service: string,
    publicKeys: JSONWebKeySet,
  ) {
    this.keys = createLocalJWKSet(publicKeys);
  }

  /** The caller and his facts, or null for any token that is not exactly right. */
  async verify(token: string, body: string | Buffer): Promise<PartyCaller | null> {
    if (token.split('.').slice(0, 2).some((part) => hasRepeatedNames(Buffer.from(part, 'base64url').toString('utf8')))) return null;
    const verified = await jwtVerify(token, this.keys, {
      algorithms: ['ES256'],
      audience: this.service,
      typ: 'party+jwt',
      maxTokenAge: '60s',
      requiredClaims: ['iss', 'jti', 'exp'],
    }).catch(() => null);
    if (!verified || verified.payload.iss !== verified.protectedHeader.kid) return null;
    const parsed = factsSchema.safeParse(verified.payload);
    if (!parsed.success || parsed.data.bodyHash !== sha256Hex(body)) return null;
    const { bodyHash: _bodyHash, ...facts } = parsed.data;
    return this.replays.firstSeen(verified.payload.jti ?? '') ? { ...facts, from: verified.payload.iss ?? '' } : null;
  }
}
