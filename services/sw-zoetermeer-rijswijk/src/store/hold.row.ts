import { Column, Entity, PrimaryColumn } from 'typeorm';

/** At most one row per place: that is what decides a race. HELD until the agreement is decided, then TAKEN until its placement ends. */
@Entity('hold')
export class HoldRow {
  @PrimaryColumn({ type: 'text' }) workplace!: string;
  @Column({ type: 'uuid' }) agreement!: string;
  @Column({ name: 'terms_version', type: 'integer' }) termsVersion!: number;
  @Column({ type: 'text' }) state!: 'HELD' | 'TAKEN';
  @Column({ name: 'from_date', type: 'date' }) from!: string;
  @Column({ name: 'until_date', type: 'date', nullable: true }) until!: string | null;
  @Column({ name: 'hours_per_week', type: 'numeric' }) hoursPerWeek!: string;
  @Column({ type: 'text' }) function!: string;
}
