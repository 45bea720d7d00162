import type { WorkForm } from '#sw-contract/model.js';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { EmployerRow } from './employer.row.js';
import { EmploymentRow } from './employment.row.js';

@Entity('placement')
export class PlacementRow {
  @PrimaryColumn({ type: 'text' }) number!: string;
  /** Null for another company's worker. */
  @Column({ type: 'text', nullable: true }) employment!: string | null;
  @ManyToOne(() => EmploymentRow)
  @JoinColumn({ name: 'employment' })
  employmentRow!: Relation<EmploymentRow> | null;
  /** Null for a place at another company. */
  @Column({ type: 'text', nullable: true }) workplace!: string | null;
  @ManyToOne(() => EmployerRow)
  @JoinColumn({ name: 'hirer_id' })
  hirer!: Relation<EmployerRow> | null;
  @Column({ type: 'text', nullable: true }) function!: string | null;
  @Column({ type: 'text', nullable: true }) supervisor!: string | null;
  @Column({ type: 'uuid', nullable: true }) agreement!: string | null;
  @Column({ name: 'work_form', type: 'text' }) workForm!: WorkForm;
  @Column({ name: 'hours_per_week', type: 'numeric' }) hoursPerWeek!: string;
  @Column({ name: 'fee_per_hour', type: 'numeric', nullable: true }) feePerHour!: string | null;
  @Column({ name: 'from_date', type: 'date' }) from!: string;
  @Column({ name: 'until_date', type: 'date', nullable: true }) until!: string | null;
}
