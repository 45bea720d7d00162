import { Column, Entity, PrimaryColumn } from 'typeorm';

/** `person` is the pseudonym: the number itself is not kept here. */
@Entity('worker')
export class WorkerRow {
  @PrimaryColumn({ type: 'text' }) person!: string;
  @Column({ type: 'text', nullable: true }) name!: string | null;
  @Column({ name: 'birth_date', type: 'date', nullable: true }) birthDate!: string | null;
}
