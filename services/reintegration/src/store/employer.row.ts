/** Table `employer`: employers that the joint service itself knows, by KvK number. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'employer' })
export class EmployerRow {
  @PrimaryColumn({ type: 'text', name: 'kvk_number' }) kvkNumber!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text', name: 'postcode_area', nullable: true }) postcodeArea!: string | null;
  @Column({ type: 'timestamptz', name: 'as_of' }) asOf!: Date;
}
