/** Agreements and offers for the graph, inside the request's own transaction and the viewer's scope; a fixed number of SELECTs per list. */
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { isUuid } from '#kernel/ids.js';
import type { Agreement, TermsVersion } from '../domain/agreement.js';
import type { LiveAmendment } from '../domain/amendment.js';
import type { AgreementListQuestion, AgreementReads, AgreementRecord, HistoryRecord } from '../domain/agreement-reads.js';
import type { Cell } from '#kernel/disclosure.js';
import type { Offer } from '../domain/offer.js';
import { rowsWhere } from '#shell/row-reading.js';
import { underDoor } from '#shell/row-security/under-door.js';
import type { AgreementScope } from '../domain/policy.js';
import { TERMINAL_STATES } from '../domain/state-machine.js';
import { assembleTogether } from './agreement-assembly.js';
import { agreementCells } from './agreement-cells.js';
import { AgreementHistoryRow } from './agreement-history.row.js';
import { toTermsVersion } from './agreement-mapping.js';
import { agreementCondition, offerCondition, READS_PERSON } from './agreement-scope.js';
import { AgreementRow } from './agreement.row.js';
import { toOffer } from './offer-mapping.js';
import { OfferRow, type OfferWorkplaceRow } from './offer.row.js';
import type { Reader } from './reader.js';
import { TermsVersionRow } from './terms-version.row.js';

const WAITING = `a.state = 'PROPOSED' and a.expires_on >= :waitingOn and exists (
  select 1 from agreement_party wp where wp.agreement = a.id and wp.terms_version = a.terms_version and wp.acting_body = :waitingBody
  and not exists (select 1 from acceptance wa where wa.agreement = a.id and wa.role = wp.role and wa.voided_by is null))`;

/** The places of an offer beside it, so that a list of offers is one statement. */
const PLACES = `(select coalesce(json_agg(json_build_object('offer', w.offer, 'position', w.position, 'workplace', w.workplace) order by w.position), '[]')
  from offer_workplace w where w.offer = o.id)`;

interface WithPlaces {
  readonly places: OfferWorkplaceRow[];
}

export class AgreementReadStore implements AgreementReads {
  constructor(private readonly reader: Reader) {}

  async byIds(ids: readonly string[], scope: AgreementScope): Promise<ReadonlyMap<string, Agreement>> {
    const agreements = await this.agreements(scope, 'a.id = any(:ids)', { ids: ids.filter(isUuid) });
    return new Map(agreements.map((one) => [one.id, one]));
  }

  async ofPersons(persons: readonly string[], scope: AgreementScope): Promise<ReadonlyMap<string, readonly Agreement[]>> {
    const agreements = await this.agreements(scope, `a.person = any(:persons) and ${READS_PERSON} order by a.seq desc`, { persons });
    return grouped(agreements, (one) => one.person);
  }

  /** `limit`: the page and one row more. */
  page(question: AgreementListQuestion, after: string | null, limit: number): Promise<readonly AgreementRecord[]> {
    return this.reader.together(async (manager) => {
      const query = listQuery(manager, question).orderBy('a.seq', 'DESC').limit(limit);
      if (after !== null) query.andWhere('a.seq < :after', { after });
      const rows = await query.getMany();
      const agreements = await assembleTogether(manager, rows);
      // The row after the page only says that there is one.
      this.reader.processed(agreements.slice(0, limit - 1).map(({ person }) => person));
      return agreements.map((agreement, index) => ({ agreement, seq: rows[index]?.seq ?? '' }));
    });
  }

  count(question: AgreementListQuestion): Promise<number> {
    return this.reader.together((manager) => listQuery(manager, question).getCount());
  }

  async termsOf(ids: readonly string[]): Promise<ReadonlyMap<string, readonly TermsVersion[]>> {
    const rows = await this.reader.together((manager) => rowsWhere(manager, TermsVersionRow, 't', 't.agreement = any(:ids) order by t.number', { ids }));
    return new Map([...grouped(rows, (row) => row.agreement)].map(([id, versions]) => [id, versions.map(toTermsVersion)]));
  }

  async historyOf(ids: readonly string[]): Promise<ReadonlyMap<string, readonly HistoryRecord[]>> {
    const rows = await this.reader.together((manager) => manager.createQueryBuilder(AgreementHistoryRow, 'h').where('h.agreement = any(:ids)', { ids }).orderBy('h.revision').getMany());
    return new Map([...grouped(rows, (row) => row.agreement)].map(([id, entries]) => [id, entries.map(toRecord)]));
  }

  async liveAmendmentsOf(ids: readonly string[]): Promise<ReadonlyMap<string, LiveAmendment>> {
    const rows = await this.reader.together((manager) => rowsWhere(manager, AgreementRow, 'a', 'a.amends = any(:ids) and not (a.state = any(:left))', { ids, left: TERMINAL_STATES }));
    return new Map(rows.map(({ amends, id, state }) => [amends ?? id, { id, state }]));
  }

  async offersByIds(ids: readonly string[], scope: AgreementScope): Promise<ReadonlyMap<string, Offer>> {
    const offers = await this.offers(scope, 'o.id = any(:ids)', { ids: ids.filter(isUuid) });
    return new Map(offers.map((one) => [one.id, one]));
  }

  async offersOfPersons(persons: readonly string[], scope: AgreementScope): Promise<ReadonlyMap<string, readonly Offer[]>> {
    const offers = await this.offers(scope, 'o.person = any(:persons) order by o.recorded_on, o.id', { persons });
    return grouped(offers, (one) => one.person);
  }

  cells(until: string): Promise<readonly Cell[]> {
    return this.reader.read((manager) => underDoor(manager, 'figures', () => agreementCells(manager, until)));
  }

  /** @param narrowed the rest of the statement behind the scope */
  private agreements(scope: AgreementScope, narrowed: string, asked: Readonly<Record<string, unknown>>): Promise<Agreement[]> {
    return this.reader.together(async (manager) => {
      const { sql, parameters } = agreementCondition(scope, 'a');
      const agreements = await assembleTogether(manager, await rowsWhere(manager, AgreementRow, 'a', `${sql} and ${narrowed}`, { ...parameters, ...asked }));
      this.reader.processed(agreements.map(({ person }) => person));
      return agreements;
    });
  }

  private offers(scope: AgreementScope, narrowed: string, asked: Readonly<Record<string, unknown>>): Promise<Offer[]> {
    return this.reader.together(async (manager) => {
      const { sql, parameters } = offerCondition(scope, 'o');
      const rows = await rowsWhere<OfferRow, WithPlaces>(manager, OfferRow, 'o', `${sql} and ${narrowed}`, { ...parameters, ...asked }, { places: PLACES });
      this.reader.processed(rows.map(({ person }) => person));
      return rows.map(({ places, ...row }) => toOffer(row, places));
    });
  }
}

function listQuery(manager: EntityManager, { scope, states, person, company, waitingFor }: AgreementListQuestion): SelectQueryBuilder<AgreementRow> {
  const { sql, parameters } = agreementCondition(scope, 'a');
  const query = manager.createQueryBuilder(AgreementRow, 'a').where(sql, parameters);
  if (states !== null) query.andWhere('a.state = any(:states)', { states });
  if (person !== null) query.andWhere(`a.person = :person and ${READS_PERSON}`, { person });
  if (company !== null) query.andWhere('(a.placingBody = :company or a.receivingBody = :company)', { company });
  if (waitingFor !== null) query.andWhere(`(${WAITING})`, { waitingBody: waitingFor.body, waitingOn: waitingFor.on });
  return query;
}

function toRecord({ revision, version, event, at, on, actorBody }: AgreementHistoryRow): HistoryRecord {
  return { revision, version, event, at: at.toISOString(), on, actorBody };
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}
