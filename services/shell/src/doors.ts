/** Who stands at the door: the gateway with an envelope, another body's service with its own token, or nobody we know. */
import type { IncomingHttpHeaders } from 'node:http';
import { ENVELOPE_HEADER, EnvelopeOpener, type RequestFacts } from '#kernel/envelope.js';
import { PartyVerifier, type PartyCaller } from '#kernel/party-token.js';
import type { Viewer } from '#kernel/viewer.js';
import type { ServiceSettings } from './service-settings.js';

export interface Caller extends RequestFacts {
  readonly from: string;
}

/** A question without a viewer sees nothing: no role, no body, no purpose. */
const NOBODY: Viewer = { subject: 'nobody', body: 'nobody', roles: [], scopes: [], purpose: null };

export class Doors {
  private readonly envelopes: EnvelopeOpener;
  private readonly parties: PartyVerifier;

  /** @param askers services whose questions are heard: whoever asks names the viewer, and would see what that viewer sees */
  constructor(
    service: string,
    settings: ServiceSettings,
    private readonly askers: readonly string[],
  ) {
    this.envelopes = new EnvelopeOpener(settings.SCHAKEL_ENVELOPE_KEY, service);
    this.parties = new PartyVerifier(service, settings.SCHAKEL_PARTY_KEYS_FILE);
  }

  /** The caller of POST /graphql, or null: then the answer is 401, before anything is parsed. */
  async asker(headers: IncomingHttpHeaders, body: Buffer): Promise<Caller | null> {
    if (typeof headers[ENVELOPE_HEADER] === 'string') return this.gateway(headers, body);
    const party = await this.commander(headers, body);
    return party && this.askers.includes(party.from) ? { ...party, viewer: party.viewer ?? NOBODY } : null;
  }

  /** The caller of GET /streams/<name>: only the gateway. */
  gateway(headers: IncomingHttpHeaders, body: Buffer): Caller | null {
    const envelope = headers[ENVELOPE_HEADER];
    const facts = typeof envelope === 'string' ? this.envelopes.open(envelope, body) : null;
    return facts && { ...facts, from: 'gateway' };
  }

  /** The caller of POST /commands/<verb>: only another body's service. */
  commander(headers: IncomingHttpHeaders, body: Buffer): Promise<PartyCaller | null> {
    const token = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1];
    return token ? this.parties.verify(token, body) : Promise.resolve(null);
  }
}
