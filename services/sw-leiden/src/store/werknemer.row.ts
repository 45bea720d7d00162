import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('werknemer')
export class WerknemerRow {
  /** Pseudonym; the BSN itself is not kept. */
  @PrimaryColumn({ type: 'varchar' }) wnr!: string;
  @Column({ type: 'varchar' }) naam!: string;
  @Column({ type: 'integer' }) gebdat!: number;
}
