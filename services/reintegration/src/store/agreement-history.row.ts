/** Table `agreement_history`: every change as the event it was; only ever appended to. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AgreementEvent } from '../domain/agreement.js';

@Entity({ name: 'agreement_history' })
export class AgreementHistoryRow {
  @PrimaryColumn({ type: 'uuid' }) agreement!: string;
  @PrimaryColumn({ type: 'integer' }) revision!: number;
  @Column({ type: 'integer' }) version!: number;
  @Column({ type: 'jsonb' }) event!: AgreementEvent;
  @Column({ type: 'timestamptz', name: 'at' }) at!: Date;
  @Column({ type: 'date', name: 'business_date' }) on!: string;
  /** Null: a step of the coordinator. */
  @Column({ type: 'text', name: 'actor_subject', nullable: true }) actorSubject!: string | null;
  @Column({ type: 'text', name: 'actor_body', nullable: true }) actorBody!: string | null;
}
