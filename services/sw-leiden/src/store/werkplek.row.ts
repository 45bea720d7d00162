import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { WerkgeverRow } from './werkgever.row.js';

@Entity('werkplek')
export class WerkplekRow {
  @PrimaryColumn({ type: 'integer' }) wpnr!: number;
  @Column({ type: 'varchar' }) kvknr!: string;
  @ManyToOne(() => WerkgeverRow)
  @JoinColumn({ name: 'kvknr' })
  werkgever!: Relation<WerkgeverRow>;
  @Column({ type: 'varchar' }) omschr!: string;
  @Column({ type: 'varchar' }) functie!: string;
  @Column({ type: 'varchar' }) gemcode!: string;
  @Column({ type: 'varchar' }) pc4!: string;
  @Column({ type: 'numeric' }) minpct!: string;
  @Column({ type: 'numeric' }) maxpct!: string;
  /** Codes joined by |. */
  @Column({ type: 'varchar' }) aanpassing!: string;
  @Column({ type: 'numeric' }) beguren!: string;
  @Column({ type: 'integer' }) beschdat!: number;
  /** V, B, G as delivered, or R and B as the federation's reservation makes it. */
  @Column({ type: 'varchar' }) status!: string;
  /** V, B or G as the company last delivered it. */
  @Column({ type: 'varchar' }) levstatus!: string;
  @Column({ type: 'timestamptz' }) mutts!: Date;
}
