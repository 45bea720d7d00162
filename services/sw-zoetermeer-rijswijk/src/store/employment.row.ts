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
}
