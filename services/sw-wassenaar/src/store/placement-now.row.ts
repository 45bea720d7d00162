import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WorkFormName } from '../domain/employment.js';

/** View: a placement from the roster or from an agreement. */
@Entity('placement_now')
export class PlacementNowRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text', nullable: true }) employment!: string | null;
  @Column({ type: 'text', nullable: true }) workplace!: string | null;
  @Column({ type: 'text', name: 'hirer_kvk', nullable: true }) hirerKvk!: string | null;
  @Column({ type: 'text', name: 'hirer_name', nullable: true }) hirerName!: string | null;
  @Column({ type: 'text', name: 'hirer_postcode_area', nullable: true }) hirerPostcodeArea!: string | null;
  @Column({ type: 'text' }) function!: string;
  @Column({ type: 'text', nullable: true }) supervisor!: string | null;
  @Column({ type: 'uuid', nullable: true }) agreement!: string | null;
  @Column({ type: 'text', name: 'work_form' }) workForm!: WorkFormName | 'NEW_SHELTERED';
  @Column({ type: 'numeric', name: 'hours_per_week' }) hoursPerWeek!: string;
  @Column({ type: 'numeric', name: 'fee_per_hour', nullable: true }) feePerHour!: string | null;
  @Column({ type: 'date', name: 'from_date' }) from!: string;
  @Column({ type: 'date', name: 'until_date', nullable: true }) until!: string | null;
  /** Pseudonym and payer of the own employment; null for the worker of another company. */
  @Column({ type: 'text', nullable: true }) person!: string | null;
  @Column({ type: 'text', name: 'paying_municipality', nullable: true }) payingMunicipality!: string | null;
}
