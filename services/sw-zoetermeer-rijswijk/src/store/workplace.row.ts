import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { EmployerRow } from './employer.row.js';
import type { HoldRow } from './hold.row.js';

@Entity('workplace')
export class WorkplaceRow {
  @PrimaryColumn({ type: 'text' }) number!: string;
  @ManyToOne(() => EmployerRow)
  @JoinColumn({ name: 'employer_id' })
  employer!: Relation<EmployerRow>;
  @Column({ type: 'text' }) title!: string;
  @Column({ type: 'text' }) function!: string;
  @Column({ type: 'text' }) municipality!: string;
  @Column({ name: 'postcode_area', type: 'text', nullable: true }) postcodeArea!: string | null;
  @Column({ name: 'hours_min', type: 'numeric' }) hoursMin!: string;
  @Column({ name: 'hours_max', type: 'numeric' }) hoursMax!: string;
  @Column({ type: 'text', array: true }) adaptations!: string[];
  @Column({ name: 'supervision_hours', type: 'numeric' }) supervisionHours!: string;
  @Column({ name: 'available_from', type: 'date', nullable: true }) availableFrom!: string | null;
  /** As the company itself last said; a hold of the federation goes before it. */
  @Column({ type: 'text' }) status!: 'OPEN' | 'TAKEN' | 'CLOSED';
  /** Joined by the reads: the federation writes it, the company's own deliveries do not touch it. */
  hold!: HoldRow | null;
}
