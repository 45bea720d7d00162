/** What the tests of a negotiation over HTTP share: proposals of fixed workers, agreements as they stand, and the way to each state. */
import type { AgreementView, DossierView, Outcome } from '../../local/demo/answers.js';
import * as deed from '../../local/demo/deeds.js';
import type { GraphClient } from '../../local/demo/graph-client.js';
import { dataOf, eventually } from '../../local/demo/world.js';
import type { FixedPerson } from '../../local/population/fixed-people.js';
import type { FixedWorkplace } from '../../local/population/fixed-workplaces.js';
import { as, personOf, today } from './stack.js';

/** Fit every scenario worker at every scenario place. */
export const TERMS: deed.TermsGiven = { workForm: 'SECONDMENT_INDIVIDUAL', from: '2014-04-01', hoursPerWeek: '24', secondmentFeePerHour: '5.50', supervisionHoursPerWeek: '3' };

/** Everything that a refused command must leave alone. */
export interface Standing {
  readonly version: number;
  readonly state: string;
  readonly terms: { readonly hash: string; readonly version: number };
  readonly parties: readonly { readonly role: string; readonly acceptedTermsVersion: number | null }[];
  readonly history: { readonly totalCount: number; readonly nodes: readonly { readonly kind: string }[] };
  readonly workplace: { readonly id: string; readonly status: string | null } | null;
}

const STANDING = `query Standing($id: ID!) { agreement(id: $id) {
  version state terms { hash version } parties { role acceptedTermsVersion } history(first: 100) { totalCount nodes { kind } } workplace { id status } } }`;

export interface Desk {
  readonly caseWorker: GraphClient;
  readonly leiden: GraphClient;
  readonly zoetermeer: GraphClient;
  readonly policyOfficer: GraphClient;
}

export async function openDesk(): Promise<Desk> {
  return {
    caseWorker: await as('case-worker'),
    leiden: await as('placement-leiden'),
    zoetermeer: await as('placement-zoetermeer-rijswijk'),
    policyOfficer: await as('policy-officer'),
  };
}

export class Negotiation {
  constructor(readonly desk: Desk) {}

  async standing(id: string): Promise<Standing> {
    return dataOf(await this.desk.caseWorker.query<{ agreement: Standing }>(STANDING, { id })).agreement;
  }

  async dossier(worker: FixedPerson): Promise<DossierView> {
    return dataOf(await this.desk.caseWorker.run<{ person: DossierView }>('portal-dossier', 'Dossier', { person: personOf(worker.bsn) })).person;
  }

  /** An offer of one place; the worker has not answered yet. */
  async offer(worker: FixedPerson, place: FixedWorkplace): Promise<string> {
    return deed.recorded(await deed.recordOffer(this.desk.caseWorker, personOf(worker.bsn), [placeId(place)], today())).id;
  }

  async offerWithYes(worker: FixedPerson, place: FixedWorkplace): Promise<string> {
    const offer = await this.offer(worker, place);
    deed.recorded(await deed.recordChoice(this.desk.caseWorker, offer, placeId(place), today()));
    return offer;
  }

  async proposed(worker: FixedPerson, place: FixedWorkplace, terms: deed.TermsGiven = TERMS): Promise<AgreementView> {
    return deed.agreed(await deed.propose(this.desk.caseWorker, await this.offerWithYes(worker, place), terms));
  }

  /** Proposed, and accepted by Leiden's firm: one acceptance is missing. */
  async almostAgreed(worker: FixedPerson, place: FixedWorkplace, terms: deed.TermsGiven = TERMS): Promise<AgreementView> {
    const { id, version, terms: { hash } } = await this.proposed(worker, place, terms);
    return deed.agreed(await deed.accept(this.desk.leiden, { id, version }, hash));
  }

  async agreed(worker: FixedPerson, place: FixedWorkplace, terms: deed.TermsGiven = TERMS): Promise<AgreementView> {
    const last = await this.almostAgreed(worker, place, terms);
    return this.until(deed.agreed(await deed.accept(this.desk.zoetermeer, last, last.terms.hash)), 'AGREED');
  }

  async informed(worker: FixedPerson, place: FixedWorkplace): Promise<AgreementView> {
    return deed.agreed(await deed.inform(this.desk.caseWorker, await this.agreed(worker, place), today()));
  }

  async signed(worker: FixedPerson, place: FixedWorkplace): Promise<AgreementView> {
    return this.until(deed.agreed(await this.decides(await this.informed(worker, place), 'AGREED')), 'SIGNED');
  }

  decides(seen: AgreementView, decision: 'AGREED' | 'DECLINED', representative: string | null = null): Promise<Outcome> {
    return deed.workerDecides(this.desk.caseWorker, seen, decision, today(), representative);
  }

  /** The worker declines, and the place that was held for him is free again. */
  async declined(seen: AgreementView): Promise<AgreementView> {
    const declined = deed.agreed(await this.decides(seen, 'DECLINED'));
    await this.untilPlaceIs(seen.id, 'OPEN');
    return declined;
  }

  /** The coordinator is given a second by the command and works on after it. */
  async until(seen: AgreementView, state: string): Promise<AgreementView> {
    const now = await eventually(() => this.standing(seen.id), (one) => one.state === state, `agreement in ${state}`);
    return { ...seen, version: now.version, state: now.state };
  }

  async untilPlaceIs(id: string, status: string): Promise<Standing> {
    return eventually(() => this.standing(id), (one) => one.workplace?.status === status, `workplace ${status}`);
  }
}

export function placeId({ company, number }: FixedWorkplace): string {
  return `${company}:W:${number}`;
}
