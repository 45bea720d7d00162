/** An identity provider of one test: publishes its keys over HTTP and signs what it is told to, good or bad. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, type JWTPayload } from 'jose';

export const ISSUER = 'https://issuer.test';
export const AUDIENCE = 'schakel';

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;

export interface TokenFaults {
  readonly claims?: JWTPayload & Record<string, unknown>;
  readonly typ?: string;
  readonly audience?: string;
  readonly issuer?: string;
  /** Seconds from now. */
  readonly expiresIn?: number;
  readonly foreignKey?: boolean;
}

export const CASE_WORKER = { sub: 'case-worker', body: 'werk-en-inkomen', roles: ['CASE_WORKER'] };
export const PLACEMENT_OFFICER = { sub: 'placement-leiden', body: 'sw-leiden', roles: ['PLACEMENT_OFFICER'] };

export class LocalIssuer {
  private constructor(
    private readonly server: Server,
    private readonly keys: Keys,
    private readonly foreign: Keys,
  ) {}

  static async start(): Promise<LocalIssuer> {
    const keys = await generateKeyPair('ES256', { extractable: true });
    const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'test', alg: 'ES256', use: 'sig' };
    const server = createServer((_request, response) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: [jwk] })));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new LocalIssuer(server, keys, await generateKeyPair('ES256'));
  }

  get jwksUrl(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/jwks`;
  }

  token(claims: JWTPayload & Record<string, unknown> = CASE_WORKER, faults: TokenFaults = {}): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({ ...claims, ...faults.claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'test', typ: faults.typ ?? 'at+jwt' })
      .setIssuer(faults.issuer ?? ISSUER)
      .setAudience(faults.audience ?? AUDIENCE)
      .setIssuedAt(now - 60)
      .setExpirationTime(now + (faults.expiresIn ?? 300))
      .sign(faults.foreignKey ? this.foreign.privateKey : this.keys.privateKey);
  }

  /** The classic confusion: the public key used as a shared secret. */
  async signedWithPublicKey(): Promise<string> {
    const secret = new TextEncoder().encode(await exportSPKI(this.keys.publicKey));
    return new SignJWT(CASE_WORKER).setProtectedHeader({ alg: 'HS256', kid: 'test', typ: 'at+jwt' }).setIssuer(ISSUER).setAudience(AUDIENCE).setIssuedAt().setExpirationTime('5m').sign(secret);
  }

  unsigned(): string {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const now = Math.floor(Date.now() / 1000);
    return `${part({ alg: 'none', typ: 'at+jwt' })}.${part({ ...CASE_WORKER, iss: ISSUER, aud: AUDIENCE, iat: now, exp: now + 300 })}.`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}
