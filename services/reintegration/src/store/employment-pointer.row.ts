/** Table `employment_pointer`: the directory's index. It must never get another column (decision 1: pointers, no copies). */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'employment_pointer' })
export class EmploymentPointerRow {
  @Column({ type: 'text' }) person!: string;
  /** Body id. */
  @Column({ type: 'text' }) company!: string;
  @PrimaryColumn({ type: 'text' }) employment!: string;
  @Column({ type: 'date', name: 'from_date' }) from!: string;
  @Column({ type: 'date', name: 'until_date', nullable: true }) until!: string | null;
}
