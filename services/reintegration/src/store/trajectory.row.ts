/** Table `trajectory`: reintegration trajectories as the municipalities delivered them. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Trajectory } from '../domain/directory-ports.js';

@Entity({ name: 'trajectory' })
export class TrajectoryRow {
  @PrimaryColumn({ type: 'text' }) number!: string;
  @Column({ type: 'text' }) person!: string;
  @Column({ type: 'text' }) municipality!: string;
  @Column({ type: 'text' }) instrument!: string;
  @Column({ type: 'text', nullable: true }) programme!: string | null;
  @Column({ type: 'date', name: 'from_date' }) from!: string;
  @Column({ type: 'date', name: 'until_date', nullable: true }) until!: string | null;
  @Column({ type: 'text', nullable: true }) outcome!: string | null;
  @Column({ type: 'text', name: 'provider_name', nullable: true }) providerName!: string | null;
  @Column({ type: 'text', name: 'provider_kind', nullable: true }) providerKind!: string | null;
  @Column({ type: 'timestamptz', name: 'as_of' }) asOf!: Date;
}

export function toTrajectory(row: TrajectoryRow): Trajectory {
  return { ...row, asOf: row.asOf.toISOString() };
}
