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
  /** Of the contract wage; -1 = not known. */
  @Column({ type: 'integer' }) loonpct!: number;
  /** The form of work before the present one, blank for none; its last day is veinddat. */
  @Column({ type: 'varchar' }) vwerkvorm!: string;
  @Column({ type: 'numeric' }) vdtpct!: string;
  @Column({ type: 'integer' }) vloonpct!: number;
  @Column({ type: 'integer' }) veinddat!: number;
  @Column({ type: 'integer' }) ontslag!: number;
  @Column({ type: 'integer' }) bestem!: number;
}
