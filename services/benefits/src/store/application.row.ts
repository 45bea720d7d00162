/** Applications and their suspensions. The term columns are derived at import (store/term-columns), to sort by. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ApplicationKind, Decision } from '../domain/codes.js';

@Entity('application')
export class ApplicationRow {
  @PrimaryColumn({ type: 'text', name: 'application_number' }) number!: string;
  @Column({ type: 'text', name: 'person_id' }) person!: string;
  @Column({ type: 'text' }) kind!: ApplicationKind;
  @Column({ type: 'text' }) municipality!: string;
  @Column({ type: 'date', name: 'received_on' }) receivedOn!: string;
  @Column({ type: 'date', name: 'decided_on', nullable: true }) decidedOn!: string | null;
  @Column({ type: 'text', nullable: true }) decision!: Decision | null;
  @Column({ type: 'int', name: 'term_weeks', nullable: true }) termWeeks!: number | null;
  @Column({ type: 'date', name: 'new_term_told_on', nullable: true }) newTermToldOn!: string | null;
  @Column({ type: 'date', name: 'new_term_until', nullable: true }) newTermUntil!: string | null;
  @Column({ type: 'date', name: 'default_notice_on', nullable: true }) defaultNoticeOn!: string | null;
  @Column({ type: 'date', name: 'base_due_on' }) baseDueOn!: string;
  @Column({ type: 'boolean', name: 'due_rolls' }) dueRolls!: boolean;
  @Column({ type: 'date', name: 'suspended_since', nullable: true }) suspendedSince!: string | null;
}

@Entity('suspension')
export class SuspensionRow {
  @PrimaryColumn({ type: 'text', name: 'application_number' }) application!: string;
  @PrimaryColumn({ type: 'date', name: 'from_on' }) from!: string;
  @Column({ type: 'date', name: 'until_on', nullable: true }) until!: string | null;
  @Column({ type: 'text' }) reason!: string;
  @Column({ type: 'text', name: 'legal_ground' }) legalGround!: string;
}
