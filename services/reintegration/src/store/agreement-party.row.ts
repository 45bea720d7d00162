/** Table `agreement_party`: whose acceptance a terms version needs, who acts for it and on what basis. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PartyRole } from '../domain/party.js';

@Entity({ name: 'agreement_party' })
export class AgreementPartyRow {
  @PrimaryColumn({ type: 'uuid' }) agreement!: string;
  @PrimaryColumn({ type: 'integer', name: 'terms_version' }) termsVersion!: number;
  @PrimaryColumn({ type: 'text' }) role!: PartyRole;
  /** Place in the fixed order of roles. */
  @Column({ type: 'integer' }) position!: number;
  @Column({ type: 'text', name: 'acting_body' }) actingBody!: string;
  @Column({ type: 'text', name: 'on_behalf_of' }) onBehalfOf!: string;
  @Column({ type: 'text' }) basis!: string;
  @Column({ type: 'date', name: 'authority_until', nullable: true }) authorityUntil!: string | null;
}
