/** Tables `offer` and `offer_workplace`: what the worker was shown, and what he chose. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { InformChannel, WorkerChoice } from '../domain/offer.js';

@Entity({ name: 'offer' })
export class OfferRow {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'integer' }) revision!: number;
  @Column({ type: 'uuid' }) profile!: string;
  @Column({ type: 'text' }) person!: string;
  @Column({ type: 'text', name: 'recorded_by' }) recordedBy!: string;
  @Column({ type: 'date', name: 'recorded_on' }) recordedOn!: string;
  @Column({ type: 'text' }) channel!: InformChannel;
  @Column({ type: 'text', nullable: true }) choice!: WorkerChoice | null;
  @Column({ type: 'text', nullable: true }) chosen!: string | null;
  @Column({ type: 'date', name: 'chosen_on', nullable: true }) chosenOn!: string | null;
  @Column({ type: 'text', nullable: true }) representative!: string | null;
}

@Entity({ name: 'offer_workplace' })
export class OfferWorkplaceRow {
  @PrimaryColumn({ type: 'uuid' }) offer!: string;
  @PrimaryColumn({ type: 'integer' }) position!: number;
  @Column({ type: 'text' }) workplace!: string;
}
