/** An agreement on its way to SIGNED with signatures by real keys, as the store would hold it; countered once, so that one acceptance is void. */
import { exportJWK, generateKeyPair, type JSONWebKeySet } from 'jose';
import { contentHash } from '#kernel/canonical.js';
import { PartySigner } from '#kernel/party-token.js';
import type { Acceptance, Agreement, AgreementEvent, TermsVersion } from '../../domain/agreement.js';
import { begin, evolve } from '../../domain/evolve.js';
import { signedParties, type Party } from '../../domain/party.js';
import { AT, FACTS, MATRIX, ON, partiesOf, versionOf, WAY_TO } from '../../domain/testing/sample-agreement.js';
import { signAcceptanceContent } from '../../signing/acceptance-jws.js';
import type { AgreementRecord } from '../../store/agreement-record.store.js';
import { exportContent } from '../export-agreement.js';
import type { ExportContent } from '../export-document.js';
import { sealed } from '../seal.js';
import type { Registered } from '../verify-acceptances.js';

export const ID = '5a1b6c1e-3f2d-4c55-9d0e-0c4b7f0e9a01';
const SERVICES = [{ service: 'reintegration', body: 'werk-en-inkomen' }, { service: 'sw-leiden', body: 'sw-leiden' }, { service: 'sw-zoetermeer-rijswijk', body: 'sw-zoetermeer-rijswijk' }];
export const REGISTERED: Registered = { parties: SERVICES, authority: [...MATRIX] };
const PARTIES = partiesOf(FACTS);

export class SampleProof {
  /** The agreement that this one amends. */
  amends: string | null = null;

  private constructor(
    readonly keys: JSONWebKeySet,
    private readonly signers: ReadonlyMap<string, PartySigner>,
  ) {}

  static async make(): Promise<SampleProof> {
    const made = await Promise.all(SERVICES.map(async ({ service }) => ({ service, pair: await generateKeyPair('ES256', { extractable: true }) })));
    const keys = await Promise.all(made.map(async ({ service, pair }) => ({ ...(await exportJWK(pair.publicKey)), kid: service })));
    const signers = await Promise.all(made.map(async ({ service, pair }) => [service, await PartySigner.load(service, await exportJWK(pair.privateKey))] as const));
    return new SampleProof({ keys }, new Map(signers));
  }

  keyOf(service: string): PartySigner['key'] {
    return this.signers.get(service)!.key;
  }

  /** As `service` signs for `body`, which is its own unless somebody forges. */
  sign(version: TermsVersion, body: string, parties: readonly Party[] = PARTIES, service = SERVICES.find((one) => one.body === body)!.service): Promise<string> {
    const content = { agreement: ID, ...this.amended(), termsVersion: version.number, termsHash: version.hash, body, parties: signedParties(parties, body), signedAt: '2026-01-01T00:00:00.000Z' };
    return signAcceptanceContent(content, service, this.keyOf(service));
  }

  private amended(): { amends?: string } {
    return this.amends === null ? {} : { amends: this.amends };
  }

  async accepted(version: TermsVersion, body: string): Promise<Acceptance[]> {
    const signature = await this.sign(version, body);
    return PARTIES.filter((party) => party.actingBody === body).map(({ role }) => ({ role, actingBody: body, termsVersion: version.number, at: AT, signature }));
  }

  async events(): Promise<AgreementEvent[]> {
    const [first, second] = [1, 2].map((number) => genuine(versionOf(number, number === 2 ? { hoursPerWeek: '26' } : {}))) as [TermsVersion, TermsVersion];
    const [joint, leiden, zoetermeer] = ['werk-en-inkomen', 'sw-leiden', 'sw-zoetermeer-rijswijk'];
    return [
      { type: 'PROPOSED', id: ID, person: 'p', profile: 'q', offer: 'o', terms: first, parties: PARTIES, acceptances: await this.accepted(first, joint!), expiresOn: '2014-03-24', ...this.amended() },
      { type: 'COUNTERED', terms: second, parties: PARTIES, acceptances: await this.accepted(second, zoetermeer!) },
      { type: 'ACCEPTED', acceptances: await this.accepted(second, leiden!) },
      { type: 'ACCEPTED', acceptances: await this.accepted(second, joint!) },
      ...WAY_TO.SIGNED.slice(2).map((event) => (event.type === 'WORKPLACE_HELD' ? { ...event, termsVersion: 2 } : event)).map((event) => (event.type === 'WORKER_DECIDED' ? { ...event, evidence: 'Gesprek met Jan op kantoor' } : event)),
    ];
  }

  async content(events?: readonly AgreementEvent[]): Promise<ExportContent> {
    const exporter = { service: 'reintegration', body: 'werk-en-inkomen', keys: this.keys, services: SERVICES };
    return exportContent(recordOf(events ?? (await this.events())), exporter, '2026-01-01T00:00:00.000Z');
  }

  /** Sealed by the joint service itself, whatever the content says. */
  async file(content: ExportContent): Promise<Buffer> {
    return Buffer.from(await sealed(content, this.keyOf('reintegration')));
  }
}

function genuine(version: TermsVersion): TermsVersion {
  return { ...version, hash: contentHash(version.terms) };
}

const OF_THE_COORDINATOR = ['WORKPLACE_HELD', 'DECIDED', 'SIGNED'];
const OF_THE_SAME_COMMAND = ['RESERVATION_STARTED', 'COMMITMENT_STARTED'];

/** What the store holds after these events. */
export function recordOf(events: readonly AgreementEvent[]): AgreementRecord {
  const versions: TermsVersion[] = [];
  const acceptances: AgreementRecord['acceptances'][number][] = [];
  const history: AgreementRecord['history'][number][] = [];
  let agreement: Agreement | null = null;
  for (const [index, event] of events.entries()) {
    const own = OF_THE_COORDINATOR.includes(event.type);
    const version: number = (agreement?.version ?? 0) + (own || OF_THE_SAME_COMMAND.includes(event.type) ? 0 : 1);
    const before: Agreement | null = agreement;
    agreement = { ...(event.type === 'PROPOSED' ? begin(event) : evolve(before!, event)), revision: index + 1, version };
    if ('terms' in event) versions.push(event.terms);
    for (const one of acceptances) if (one.voidedBy === null && !agreement.acceptances.some(({ signature }) => signature === one.signature)) one.voidedBy = index + 1;
    if ('acceptances' in event) acceptances.push(...event.acceptances.map(({ at, ...one }) => ({ ...one, agreement: ID, revision: index + 1, acceptedAt: new Date(at), voidedBy: null })));
    history.push({ agreement: ID, revision: index + 1, version, event, at: new Date(AT), on: ON, actorSubject: own ? null : 'somebody', actorBody: own ? null : 'werk-en-inkomen' });
  }
  return {
    agreement: agreement!,
    terms: versions.map((version) => ({ ...version, agreement: ID, proposedAt: new Date(version.proposedAt) })),
    parties: versions.flatMap(({ number }) => PARTIES.map((party, position) => ({ ...party, agreement: ID, termsVersion: number, position }))),
    acceptances,
    history,
    audit: [],
  };
}
