/** Table `terms_version`: immutable; the canonical terms, their hash, and the facts they rest on. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TermsFacts } from '../domain/facts.js';
import type { CanonicalTerms } from '../domain/terms.js';

@Entity({ name: 'terms_version' })
export class TermsVersionRow {
  @PrimaryColumn({ type: 'uuid' }) agreement!: string;
  @PrimaryColumn({ type: 'integer' }) number!: number;
  @Column({ type: 'text' }) hash!: string;
  @Column({ type: 'jsonb' }) terms!: CanonicalTerms;
  @Column({ type: 'jsonb' }) facts!: TermsFacts;
  @Column({ type: 'text', name: 'proposed_by' }) proposedBy!: string;
  @Column({ type: 'timestamptz', name: 'proposed_at' }) proposedAt!: Date;
}
