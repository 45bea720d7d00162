import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('werkgever')
export class WerkgeverRow {
  @PrimaryColumn({ type: 'varchar' }) kvknr!: string;
  @Column({ type: 'varchar' }) naam!: string;
  /** '' = unknown. */
  @Column({ type: 'varchar' }) pc4!: string;
}
