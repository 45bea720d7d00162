/** Municipalities, their labour-market region and their policy, each as long as it holds. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('municipality')
export class MunicipalityRow {
  @PrimaryColumn({ type: 'text' }) code!: string;
  @Column({ type: 'text' }) name!: string;
}

@Entity('region_membership')
export class RegionMembershipRow {
  @PrimaryColumn({ type: 'text' }) municipality!: string;
  @PrimaryColumn({ type: 'date', name: 'from_on' }) from!: string;
  @Column({ type: 'date', name: 'until_on', nullable: true }) until!: string | null;
  @Column({ type: 'text', name: 'region_code' }) regionCode!: string;
  @Column({ type: 'text', name: 'region_name' }) regionName!: string;
}

@Entity('policy_value')
export class PolicyValueRow {
  @PrimaryColumn({ type: 'text' }) municipality!: string;
  @PrimaryColumn({ type: 'text' }) parameter!: string;
  @PrimaryColumn({ type: 'date', name: 'from_on' }) from!: string;
  @Column({ type: 'date', name: 'until_on', nullable: true }) until!: string | null;
  @Column({ type: 'text' }) value!: string;
  @Column({ type: 'text', nullable: true }) unit!: string | null;
  @Column({ type: 'text', name: 'council_decision', nullable: true }) councilDecision!: string | null;
}

/** How old the copy of one kind of file is. */
@Entity('delivery')
export class DeliveryRow {
  @PrimaryColumn({ type: 'text' }) kind!: string;
  @Column({ type: 'date', name: 'as_of', nullable: true }) asOf!: string | null;
}
