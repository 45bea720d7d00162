import type { Category, WorkForm } from '#sw-contract/model.js';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { WorkerRow } from './worker.row.js';

@Entity('employment')
export class EmploymentRow {
  @PrimaryColumn({ type: 'text' }) number!: string;
  @Column({ type: 'text' }) person!: string;
  @ManyToOne(() => WorkerRow)
  @JoinColumn({ name: 'person' })
  worker!: Relation<WorkerRow>;
  @Column({ name: 'work_form', type: 'text' }) workForm!: WorkForm;
  @Column({ name: 'hours_per_week', type: 'numeric' }) hoursPerWeek!: string;
  @Column({ name: 'from_date', type: 'date' }) from!: string;
  @Column({ name: 'until_date', type: 'date', nullable: true }) until!: string | null;
  @Column({ name: 'paying_municipality', type: 'text' }) payingMunicipality!: string;
  /** Body id. */
  @Column({ name: 'formal_employer', type: 'text' }) formalEmployer!: string;
  @Column({ type: 'text' }) category!: Category;
  /** Whole percentage of the contract wage that is paid out. */
  @Column({ name: 'paid_percentage', type: 'integer', nullable: true }) paidPercentage!: number | null;
  /** The form before the present one, which began the day after `formerUntil`. */
  @Column({ name: 'former_form', type: 'text', nullable: true }) formerForm!: WorkForm | null;
  @Column({ name: 'former_hours', type: 'numeric', nullable: true }) formerHours!: string | null;
  @Column({ name: 'former_paid_percentage', type: 'integer', nullable: true }) formerPaidPercentage!: number | null;
  @Column({ name: 'former_until', type: 'date', nullable: true }) formerUntil!: string | null;
  @Column({ name: 'leaving_reason', type: 'integer', nullable: true }) leavingReason!: number | null;
  @Column({ type: 'integer', nullable: true }) destination!: number | null;
}
