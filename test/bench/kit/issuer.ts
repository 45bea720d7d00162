/** The identity provider of the bench: publishes its key, and signs as many different tokens as there are requests. */
import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export const ISSUER = 'https://issuer.bench';
export const AUDIENCE = 'schakel';
const LIFETIME_S = 4 * 3600;

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export class BenchIssuer {
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private readonly ready: string[] = [];
  private constructor(private readonly server: Server) {}

  static async start(): Promise<BenchIssuer> {
    const server = createServer();
    const issuer = new BenchIssuer(server);
    const jwk = { ...issuer.keys.publicKey.export({ format: 'jwk' }), kid: 'bench', alg: 'ES256', use: 'sig' };
    server.on('request', (_request, response) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: [jwk] })));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return issuer;
  }

  get jwksUrl(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/jwks`;
  }

  /** Signs ahead, so that no signing falls into the measured time. */
  prepare(count: number): void {
    while (this.ready.length < count) this.ready.push(this.signed());
  }

  /** Never the same one twice. */
  token(): string {
    return this.ready.pop() ?? this.signed();
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private signed(): string {
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: ISSUER, aud: AUDIENCE, sub: 'case-worker', body: 'werk-en-inkomen', roles: ['CASE_WORKER', 'PLACEMENT_OFFICER'], iat: now, exp: now + LIFETIME_S, jti: randomUUID() };
    const text = `${part({ alg: 'ES256', kid: 'bench', typ: 'at+jwt' })}.${part(claims)}`;
    return `${text}.${sign('sha256', Buffer.from(text), { key: this.keys.privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
  }
}
