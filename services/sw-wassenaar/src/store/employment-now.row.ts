import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WorkFormName } from '../domain/employment.js';

/** View: an employment from the statistics with the worker's name from the roster. */
@Entity('employment_now')
export class EmploymentNowRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  /** Pseudonym. */
  @Column({ type: 'text' }) person!: string;
  @Column({ type: 'text', name: 'work_form' }) workForm!: WorkFormName;
  @Column({ type: 'numeric', name: 'hours_per_week', nullable: true }) hoursPerWeek!: string | null;
  @Column({ type: 'date', name: 'from_date' }) from!: string;
  @Column({ type: 'date', name: 'until_date', nullable: true }) until!: string | null;
  @Column({ type: 'text', name: 'paying_municipality' }) payingMunicipality!: string;
  @Column({ type: 'text', name: 'worker_name', nullable: true }) workerName!: string | null;
}
