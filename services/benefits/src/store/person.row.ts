/** Persons, where they live and who acts for them. `id` is the pseudonym that every body uses. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RepresentativeKind } from '../domain/codes.js';

@Entity('person')
export class PersonRow {
  @PrimaryColumn({ type: 'text' }) id!: string;
  @Column({ type: 'text' }) bsn!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'date', name: 'birth_date' }) birthDate!: string;
}

@Entity('residence')
export class ResidenceRow {
  @PrimaryColumn({ type: 'text', name: 'client_number' }) clientNumber!: string;
  @PrimaryColumn({ type: 'date', name: 'from_on' }) from!: string;
  @Column({ type: 'date', name: 'until_on', nullable: true }) until!: string | null;
  @Column({ type: 'text', name: 'person_id' }) person!: string;
  @Column({ type: 'text' }) municipality!: string;
}

@Entity('representative')
export class RepresentativeRow {
  @PrimaryColumn({ type: 'text', name: 'representative_number' }) number!: string;
  @Column({ type: 'text', name: 'person_id' }) person!: string;
  @Column({ type: 'text' }) kind!: RepresentativeKind;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'date', name: 'from_on' }) from!: string;
  @Column({ type: 'date', name: 'until_on', nullable: true }) until!: string | null;
}
