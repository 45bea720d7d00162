/** An identity provider's address of keys that answers as a test tells it to, and signs with whichever of its keys. */
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose';
import { AUDIENCE, CASE_WORKER, ISSUER } from './local-issuer.js';

type Behaviour = (response: ServerResponse) => void;

export class KeyServer {
  readonly published: JWK[] = [];
  asked = 0;
  behaviour: Behaviour = (response) => this.answer(response);
  private readonly keys = new Map<string, Awaited<ReturnType<typeof generateKeyPair>>>();
  private constructor(private readonly server: Server) {}

  static async start(): Promise<KeyServer> {
    const server = createServer();
    const keys = new KeyServer(server);
    server.on('request', (_request, response) => {
      keys.asked += 1;
      keys.behaviour(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await keys.publish('first');
    return keys;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/jwks`;
  }

  /** From now on the only key. */
  async publish(kid: string): Promise<void> {
    const pair = await generateKeyPair('ES256', { extractable: true });
    this.keys.set(kid, pair);
    this.published.splice(0, Infinity, { ...(await exportJWK(pair.publicKey)), kid, alg: 'ES256', use: 'sig' });
  }

  /** Signed with the key `by`, under the name `kid`. */
  token(by: string, kid: string = by): Promise<string> {
    const pair = this.keys.get(by);
    if (!pair) throw new Error(`no key ${by}`);
    return new SignJWT(CASE_WORKER).setProtectedHeader({ alg: 'ES256', kid, typ: 'at+jwt' }).setIssuer(ISSUER).setAudience(AUDIENCE).setIssuedAt().setExpirationTime('1h').sign(pair.privateKey);
  }

  answer(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: this.published }));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}
