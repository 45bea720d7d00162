/** Table `acceptance`: who accepted which terms version, with the signature; one that was voided stays, marked. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PartyRole } from '../domain/party.js';

@Entity({ name: 'acceptance' })
export class AcceptanceRow {
  @PrimaryColumn({ type: 'uuid' }) agreement!: string;
  @PrimaryColumn({ type: 'text' }) role!: PartyRole;
  /** Revision of the agreement that the acceptance made. */
  @PrimaryColumn({ type: 'integer' }) revision!: number;
  @Column({ type: 'integer', name: 'terms_version' }) termsVersion!: number;
  @Column({ type: 'text', name: 'acting_body' }) actingBody!: string;
  @Column({ type: 'timestamptz', name: 'accepted_at' }) acceptedAt!: Date;
  @Column({ type: 'text' }) signature!: string;
  @Column({ type: 'integer', name: 'voided_by', nullable: true }) voidedBy!: number | null;
}
