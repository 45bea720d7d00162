import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { WerknemerRow } from './werknemer.row.js';

@Entity('dienstverband')
export class DienstverbandRow {
  @PrimaryColumn({ type: 'integer' }) dvnr!: number;
  @Column({ type: 'varchar' }) wnr!: string;
  @ManyToOne(() => WerknemerRow)
  @JoinColumn({ name: 'wnr' })
  werknemer!: Relation<WerknemerRow>;
  @Column({ type: 'varchar' }) werkvorm!: string;
  /** Percentage of 36 hours. */
  @Column({ type: 'numeric' }) dtpct!: string;
  @Column({ type: 'integer' }) ingdat!: number;
  @Column({ type: 'integer' }) einddat!: number;
  @Column({ type: 'varchar' }) betgem!: string;
  @Column({ type: 'varchar' }) formwg!: string;
  @Column({ type: 'varchar' }) klasse!: string;
}
