import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { DienstverbandRow } from './dienstverband.row.js';
import { WerkgeverRow } from './werkgever.row.js';

@Entity('plaatsing')
export class PlaatsingRow {
  @PrimaryColumn({ type: 'integer' }) plnr!: number;
  /** 0 = the worker of another company. */
  @Column({ type: 'integer' }) dvnr!: number;
  @ManyToOne(() => DienstverbandRow, { createForeignKeyConstraints: false })
  @JoinColumn({ name: 'dvnr' })
  dienstverband!: Relation<DienstverbandRow> | null;
  /** 0 = a place outside this company's own register. */
  @Column({ type: 'integer' }) wpnr!: number;
  @Column({ type: 'varchar' }) kvknr!: string;
  @ManyToOne(() => WerkgeverRow, { createForeignKeyConstraints: false })
  @JoinColumn({ name: 'kvknr' })
  werkgever!: Relation<WerkgeverRow> | null;
  /** Name and area of a hirer that is not in werkgever. */
  @Column({ type: 'varchar' }) inlnaam!: string;
  @Column({ type: 'varchar' }) inlpc4!: string;
  @Column({ type: 'varchar' }) functie!: string;
  @Column({ type: 'varchar' }) begeleider!: string;
  @Column({ type: 'varchar' }) werkvorm!: string;
  @Column({ type: 'numeric' }) dtpct!: string;
  @Column({ type: 'numeric', nullable: true }) tarief!: string | null;
  @Column({ type: 'integer' }) ingdat!: number;
  @Column({ type: 'integer' }) einddat!: number;
  @Column({ type: 'uuid', nullable: true }) afspraak!: string | null;
  @Column({ type: 'timestamptz' }) mutts!: Date;
}
