// Sample facts for tests: a resident of Voorschoten employed at Leiden's firm, a place of Zoetermeer-Rijswijk; nothing here is a real person or firm.
import { type Viewer, SCOPES } from '#kernel/viewer.js';
import type { RepresentationRule } from '#law/agreement/representation.js';
import type { Acceptance, Agreement, AgreementEvent, ProposedEvent, TermsVersion } from '../agreement.js';
import { begin, evolve } from '../evolve.js';
import type { TermsFacts } from '../facts.js';
import type { Draft } from '../negotiation.js';
import { requiredParties, type AuthorityRule, type PartyFacts } from '../parties.js';
import type { Party } from '../party.js';
import { isRefused } from '../refusals.js';
import type { Actor } from '../standing.js';
import { canonicalTerms, type TermsProposal } from '../terms.js';

export const ON = '2014-03-03';
export const AT = '2014-03-03T09:00:00.000Z';
export const MANDATE = 'Mandaat van het college van Voorschoten';
export const DESIGNATION = 'Dienstverleningsovereenkomst van Voorschoten';

const since = { from: '2012-01-01', until: null };
export const MATRIX: readonly AuthorityRule[] = [
  { role: 'RESIDENCE_AUTHORITY', principal: 'gm-0626', actingBody: 'werk-en-inkomen', basis: MANDATE, ...since },
  { role: 'RESIDENCE_AUTHORITY', principal: 'gm-0626', actingBody: 'gm-0626', basis: 'eerder', from: '2008-01-01', until: '2011-12-31' },
  { role: 'RESIDENCE_AUTHORITY', principal: 'gm-0629', actingBody: 'werk-en-inkomen', basis: 'Mandaat van het college van Wassenaar', ...since },
  { role: 'FORMAL_EMPLOYER', principal: 'gm-0626', actingBody: 'sw-leiden', basis: DESIGNATION, ...since },
  { role: 'FORMAL_EMPLOYER', principal: 'gm-0629', actingBody: 'sw-wassenaar', basis: 'Het bestuur treedt in de plaats van het college (Wsw art. 1 lid 2)', ...since },
  ...['sw-leiden', 'sw-wassenaar', 'sw-zoetermeer-rijswijk'].flatMap((body) =>
    ['PLACING_COMPANY', 'RECEIVING_COMPANY'].map((role) => ({ role, principal: body, actingBody: body, basis: 'Uitvoerder van de Wsw voor zichzelf', ...since }))),
];

/** As the pilot's register has it. */
export const REPRESENTATION: readonly RepresentationRule[] = (
  [
    ['CURATOR', 'WORK', 'INSTEAD'], ['CURATOR', 'MONEY', 'INSTEAD'], ['MENTOR', 'WORK', 'BESIDE'], ['BENEFITS_ADMINISTRATOR', 'WORK', 'INFORMED'],
    ['BENEFITS_ADMINISTRATOR', 'MONEY', 'BESIDE'], ['AUTHORISED', 'WORK', 'MAY'], ['AUTHORISED', 'MONEY', 'MAY'],
  ] as const
).map(([kind, subject, part]) => ({ kind, subject, part, from: '1998-01-01', until: null }));
const REGISTERS = { matrix: MATRIX, disputes: [], representation: REPRESENTATION };

/** The parties of facts that the matrix covers. */
export function partiesOf(facts: PartyFacts, on = ON): readonly Party[] {
  const parties = requiredParties(facts, MATRIX, on);
  if (isRefused(parties)) throw new Error(parties.detail ?? parties.refused);
  return parties;
}

export const FACTS: TermsFacts = {
  residence: { municipality: '0626', source: 'werk-en-inkomen', asOf: null },
  employment: {
    id: 'leiden:E:40001', placingBody: 'sw-leiden', hoursPerWeek: '28', workForm: 'INTERNAL', from: '2009-09-01', until: null,
    formalEmployer: 'gm-0626', payingMunicipality: '0626', source: 'sw-leiden', asOf: '2014-03-01T00:00:00.000Z',
  },
  workplace: {
    id: 'zoetermeer-rijswijk:W:1001', receivingBody: 'sw-zoetermeer-rijswijk', employer: { id: 'kvk:99000001', name: 'Verzonnen Inpak' },
    function: 'Medewerker inpak', municipality: '1916', postcodeArea: '2265', hoursPerWeekMin: '24', hoursPerWeekMax: '32',
    adaptations: ['LOW_STIMULI'], availableFrom: '2014-03-01', status: 'OPEN', source: 'sw-zoetermeer-rijswijk', asOf: AT,
  },
  indication: { kind: 'WSW', validUntil: '2019-06-30', reindicationRequestedOn: null, adaptations: ['LOW_STIMULI'], source: 'werk-en-inkomen', asOf: AT },
};

export const PROPOSAL: TermsProposal = {
  workForm: 'SECONDMENT_INDIVIDUAL', from: '2014-04-01', until: null, hoursPerWeek: '24', hirer: null, function: null, location: null, adaptations: null,
  supervisionHoursPerWeek: '3', secondmentFeePerHour: '5.50', wagePercentage: null, noticeMonths: null, trialUntil: null, returnGuarantee: null,
  transportArrangedBy: null, transportCostPerWeek: null, subsidy: null,
};

export function viewerOf(body: string, role: Viewer['roles'][number], subject = `${body}-officer`): Viewer {
  return { subject, body, roles: [role], scopes: SCOPES, purpose: 'wsw' };
}

export const CASE_WORKER: Actor = { ...REGISTERS, viewer: viewerOf('werk-en-inkomen', 'CASE_WORKER'), on: ON, at: AT };
export const LEIDEN: Actor = { ...REGISTERS, viewer: viewerOf('sw-leiden', 'PLACEMENT_OFFICER'), on: ON, at: AT };
export const ZOETERMEER: Actor = { ...REGISTERS, viewer: viewerOf('sw-zoetermeer-rijswijk', 'PLACEMENT_OFFICER'), on: ON, at: AT };
export const STRANGER: Actor = { ...REGISTERS, viewer: viewerOf('sw-wassenaar', 'PLACEMENT_OFFICER'), on: ON, at: AT };

export function versionOf(number: number, changes: Partial<TermsProposal> = {}, facts: TermsFacts = FACTS): TermsVersion {
  return { number, hash: `hash-${number}`, terms: canonicalTerms({ ...PROPOSAL, ...changes }, facts, ON), proposedBy: 'werk-en-inkomen', proposedAt: AT, facts };
}

/** One acceptance for each role of a body. */
export function acceptancesOf(parties: readonly Party[], body: string, termsVersion: number): Acceptance[] {
  return parties.filter((party) => party.actingBody === body).map(({ role }) => ({ role, actingBody: body, termsVersion, at: AT, signature: `jws-of-${body}` }));
}

export function draftOf(body: string, version: TermsVersion, facts: TermsFacts = FACTS): Draft {
  const parties = partiesOf(facts);
  return { version, parties, overlapping: [], acceptances: acceptancesOf(parties, body, version.number) };
}

export function proposedEvent(version: TermsVersion = versionOf(1), facts: TermsFacts = FACTS): ProposedEvent {
  const { parties, acceptances } = draftOf('werk-en-inkomen', version, facts);
  return { type: 'PROPOSED', id: 'agreement-1', person: 'person-1', profile: 'profile-1', offer: 'offer-1', terms: version, parties, acceptances, expiresOn: '2014-03-24' };
}

/** A proposed agreement, and what it became by these events. */
export function agreementAfter(...events: readonly AgreementEvent[]): Agreement {
  return events.reduce(evolve, begin(proposedEvent()));
}

const PARTIES = partiesOf(FACTS);
export const ACCEPTED_BY_LEIDEN: AgreementEvent = { type: 'ACCEPTED', acceptances: acceptancesOf(PARTIES, 'sw-leiden', 1) };
export const ACCEPTED_BY_ZOETERMEER: AgreementEvent = { type: 'ACCEPTED', acceptances: acceptancesOf(PARTIES, 'sw-zoetermeer-rijswijk', 1) };
const HELD: AgreementEvent[] = [ACCEPTED_BY_LEIDEN, ACCEPTED_BY_ZOETERMEER, { type: 'RESERVATION_STARTED' }, { type: 'WORKPLACE_HELD', termsVersion: 1 }];
const INFORMED: AgreementEvent[] = [...HELD, { type: 'WORKER_INFORMED', informedOn: ON, channel: 'CONVERSATION', recordedBy: 'werk-en-inkomen' }];
const WORKER_YES: AgreementEvent = { type: 'WORKER_DECIDED', decision: 'AGREED', decidedOn: ON, recordedBy: 'werk-en-inkomen', evidence: null, representative: null };
const COMMITTING: AgreementEvent[] = [...INFORMED, WORKER_YES, { type: 'COMMITMENT_STARTED' }];
const SIGNED: AgreementEvent[] = [...COMMITTING, { type: 'DECIDED' }, { type: 'SIGNED' }];
const ENDING: AgreementEvent = { type: 'ENDING_STARTED', endsOn: '2014-06-30', reason: 'klaar' };

/** The events after the proposal that lead to each state that a person or the calendar meets. */
export const WAY_TO = {
  PROPOSED: [],
  RESERVING: HELD.slice(0, 3),
  AGREED: HELD,
  WORKER_INFORMED: INFORMED,
  WORKER_AGREED: [...INFORMED, WORKER_YES],
  COMMITTING,
  SIGNED,
  ACTIVE: [...SIGNED, { type: 'ACTIVATED' }],
  SUSPENDED: [...SIGNED, { type: 'ACTIVATED' }, { type: 'SUSPENDED', on: ON, reason: 'ziekte' }],
  ENDING: [...SIGNED, { type: 'ACTIVATED' }, ENDING],
  ENDED: [...SIGNED, { type: 'ACTIVATED' }, ENDING, { type: 'ENDED' }],
  REJECTED: [{ type: 'REJECTED', reason: 'nee' }],
  DECLINED: [{ ...WORKER_YES, decision: 'DECLINED' }],
  WITHDRAWN: [{ type: 'WITHDRAWN', reason: 'nee' }],
  LAPSED: [{ type: 'LAPSED' }],
} satisfies Record<string, readonly AgreementEvent[]>;
