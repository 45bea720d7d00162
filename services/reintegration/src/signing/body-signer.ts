/**
 * Asks the accepting body's own service to sign, and checks what bodies signed.
 * Guarantees: only the joint service's acceptances are signed here, every other body's by itself under the gateway's ticket (architecture section 3).
 */
import { randomUUID } from 'node:crypto';
import type { JSONWebKeySet } from 'jose';
import { z } from 'zod';
import { canonicalJson } from '#kernel/canonical.js';
import { forbidden, unavailable } from '#kernel/faults.js';
import type { PartySigner } from '#kernel/party-token.js';
import type { Registers } from '#kernel/registers.js';
import { QUESTION_PATIENCE_MS, type PartyClient } from '#shell/party-client.js';
import { StaleEpoch } from '#shell/stale-epoch.js';
import type { Acceptance, Agreement } from '../domain/agreement.js';
import { signedParties } from '../domain/party.js';
import type { Asking, Signer, SigningRequest } from '../domain/ports.js';
import { serviceOf } from '../coordinator/company-commands.js';
import { openAcceptance, signAcceptanceContent } from './acceptance-jws.js';

const answerShape = z.object({ signature: z.string() });

export interface OwnKey {
  readonly service: string;
  readonly body: string;
  readonly key: PartySigner['key'];
}

export class BodySigner implements Signer {
  constructor(
    private readonly own: OwnKey,
    private readonly keys: JSONWebKeySet,
    private readonly parties: PartyClient,
    private readonly registers: Registers,
    /** The coordinator's epoch at this moment: every command of this service carries it. */
    private readonly epoch: () => Promise<number>,
  ) {}

  async sign(body: string, request: SigningRequest, ticket: string | null, asking: Asking): Promise<string> {
    if (body === this.own.body) return this.signOwn(request);
    if (ticket === null) throw forbidden();
    const { agreement, amends, termsVersion, termsHash, terms, parties, given } = request;
    const answer = await this.parties.command<object>(serviceOf(this.registers, body), 'sign-acceptance', {
      // The company signs a version once and repeats its signature, so each attempt may have an id of its own.
      id: randomUUID(),
      payload: { ticket, agreement, amends, termsVersion, termsHash, terms, parties, given },
      businessDate: asking.businessDate,
      viewer: asking.viewer,
      epoch: await this.epoch(),
      timeoutMs: Math.min(QUESTION_PATIENCE_MS, asking.deadline - Date.now()),
    }).catch((error: unknown) => Promise.reject(error instanceof StaleEpoch ? unavailable(body) : error));
    return answerShape.parse(answer).signature;
  }

  async verify(acceptance: Acceptance, agreement: Agreement): Promise<boolean> {
    const opened = await openAcceptance(acceptance.signature, this.keys);
    if (!opened) return false;
    const { content, service } = opened;
    const { actingBody: body, role, termsVersion } = acceptance;
    const parties = signedParties(agreement.parties, body);
    return (
      this.registers.parties.some((party) => party.service === service && party.body === body) &&
      content.body === body &&
      content.agreement === agreement.id &&
      (content.amends ?? null) === agreement.amends &&
      content.termsVersion === termsVersion &&
      content.termsVersion === agreement.current.number &&
      content.termsHash === agreement.current.hash &&
      parties.some((party) => party.role === role) &&
      canonicalJson(content.parties) === canonicalJson(parties)
    );
  }

  private signOwn({ agreement, amends, termsVersion, termsHash, parties }: SigningRequest): Promise<string> {
    const content = { agreement, ...(amends === null ? {} : { amends }), termsVersion, termsHash, body: this.own.body, parties, signedAt: new Date().toISOString() };
    return signAcceptanceContent(content, this.own.service, this.own.key);
  }
}
