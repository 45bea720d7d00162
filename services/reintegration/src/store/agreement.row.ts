/** Table `agreement`: the state as the history left it, with the columns that lists and dates are selected by. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WorkerStep } from '../domain/agreement.js';
import type { Reminder } from '../domain/reminder.js';
import type { AgreementState } from '../domain/state-machine.js';

@Entity({ name: 'agreement' })
export class AgreementRow {
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'integer' }) version!: number;
  @Column({ type: 'integer' }) revision!: number;
  @Column({ type: 'text' }) state!: AgreementState;
  @Column({ type: 'text' }) person!: string;
  @Column({ type: 'uuid' }) profile!: string;
  @Column({ type: 'uuid' }) offer!: string;
  @Column({ type: 'integer', name: 'terms_version' }) termsVersion!: number;
  /** Body id. */
  @Column({ type: 'text', name: 'placing_body' }) placingBody!: string;
  @Column({ type: 'text', name: 'receiving_body' }) receivingBody!: string;
  @Column({ type: 'text' }) workplace!: string;
  @Column({ type: 'date', name: 'from_date' }) from!: string;
  @Column({ type: 'date', name: 'until_date', nullable: true }) until!: string | null;
  @Column({ type: 'numeric', name: 'hours_per_week' }) hoursPerWeek!: string;
  @Column({ type: 'jsonb', nullable: true }) worker!: WorkerStep | null;
  @Column({ type: 'date', name: 'expires_on' }) expiresOn!: string;
  @Column({ type: 'date', name: 'ends_on', nullable: true }) endsOn!: string | null;
  /** The agreement that this one replaces when it starts. */
  @Column({ type: 'uuid', nullable: true }) amends!: string | null;
  @Column({ type: 'boolean' }) holding!: boolean;
  @Column({ type: 'boolean' }) decided!: boolean;
  @Column({ type: 'jsonb' }) reminders!: Reminder[];
  /** Order in which agreements were proposed; only the database writes it. */
  @Column({ type: 'bigint', insert: false, update: false }) seq!: string;
}
