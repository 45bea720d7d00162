import { Column, Entity, PrimaryColumn } from 'typeorm';

/** View: a workplace of the latest file with the federation's holds counted in. */
@Entity('workplace_now')
export class WorkplaceNowRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text', name: 'employer_kvk', nullable: true }) employerKvk!: string | null;
  @Column({ type: 'text', name: 'employer_name' }) employerName!: string;
  @Column({ type: 'text' }) title!: string;
  @Column({ type: 'text' }) function!: string;
  @Column({ type: 'text' }) municipality!: string;
  @Column({ type: 'text', name: 'postcode_area' }) postcodeArea!: string;
  @Column({ type: 'numeric', name: 'hours_min' }) hoursMin!: string;
  @Column({ type: 'numeric', name: 'hours_max' }) hoursMax!: string;
  @Column({ type: 'text', array: true }) adaptations!: string[];
  @Column({ type: 'numeric', name: 'supervision_hours' }) supervisionHours!: string;
  @Column({ type: 'text' }) status!: 'OPEN' | 'HELD' | 'TAKEN' | 'CLOSED';
  @Column({ type: 'date', name: 'available_from', nullable: true }) availableFrom!: string | null;
}
