import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('employer')
export class EmployerRow {
  @PrimaryColumn({ type: 'bigint' }) id!: string;
  @Column({ name: 'kvk_number', type: 'text', nullable: true }) kvkNumber!: string | null;
  @Column({ type: 'text' }) name!: string;
  @Column({ name: 'postcode_area', type: 'text', nullable: true }) postcodeArea!: string | null;
}
