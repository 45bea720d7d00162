/** Benefits and debt trajectories of a person. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BenefitScheme, BenefitStatus, DebtPhase } from '../domain/codes.js';

@Entity('benefit')
export class BenefitRow {
  @PrimaryColumn({ type: 'text', name: 'benefit_number' }) number!: string;
  @Column({ type: 'text', name: 'person_id' }) person!: string;
  @Column({ type: 'text' }) scheme!: BenefitScheme;
  @Column({ type: 'text' }) status!: BenefitStatus;
  @Column({ type: 'date', name: 'from_on' }) from!: string;
  @Column({ type: 'date', name: 'until_on', nullable: true }) until!: string | null;
  @Column({ type: 'numeric', name: 'monthly_amount', nullable: true }) monthlyAmount!: string | null;
}

@Entity('debt_trajectory')
export class DebtTrajectoryRow {
  @PrimaryColumn({ type: 'text', name: 'trajectory_number' }) number!: string;
  @Column({ type: 'text', name: 'person_id' }) person!: string;
  @Column({ type: 'text' }) municipality!: string;
  @Column({ type: 'date', name: 'applied_on' }) appliedOn!: string;
  @Column({ type: 'boolean' }) threatened!: boolean;
  @Column({ type: 'text' }) phase!: DebtPhase;
  @Column({ type: 'date', name: 'from_on', nullable: true }) from!: string | null;
  @Column({ type: 'date', name: 'until_on', nullable: true }) until!: string | null;
  @Column({ type: 'text', nullable: true }) outcome!: string | null;
}
