/** Table `indication`: decisions of UWV as the municipalities delivered them. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DisabilityCategory, Indication, IndicationKind } from '../domain/indication.js';

@Entity({ name: 'indication' })
export class IndicationRow {
  @PrimaryColumn({ type: 'text' }) number!: string;
  @Column({ type: 'text' }) person!: string;
  @Column({ type: 'text' }) municipality!: string;
  @Column({ type: 'text' }) kind!: IndicationKind;
  @Column({ type: 'text', nullable: true }) category!: DisabilityCategory | null;
  @Column({ type: 'date', name: 'applied_on' }) appliedOn!: string;
  @Column({ type: 'date', name: 'decided_on' }) decidedOn!: string;
  @Column({ type: 'date', name: 'valid_until', nullable: true }) validUntil!: string | null;
  @Column({ type: 'date', name: 'reindication_requested_on', nullable: true }) reindicationRequestedOn!: string | null;
  @Column({ type: 'boolean', name: 'advice_supervised_employment', nullable: true }) adviceSupervisedEmployment!: boolean | null;
  @Column({ type: 'text', array: true }) adaptations!: string[];
  @Column({ type: 'date', name: 'waiting_since', nullable: true }) waitingSince!: string | null;
  @Column({ type: 'text', name: 'postcode_area', nullable: true }) postcodeArea!: string | null;
  @Column({ type: 'timestamptz', name: 'as_of' }) asOf!: Date;
}

export function toIndication(row: IndicationRow): Indication {
  return { ...row, asOf: row.asOf.toISOString() };
}
