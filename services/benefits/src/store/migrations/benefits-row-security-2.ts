/**
 * Applications are listed and counted in their thousands, like persons: of a country ten thousand wait for a decision, and a policy that asks for each of them whether its person
 * lives here took longer than a question may (docs/performance.md). As a condition that the planner sees through, the residents are read once for all of them.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FOR_DEBTS, livesHere, ofPerson, scoped } from './benefits-row-security.js';

const read = (whose: string): string => `alter policy read_door on application using ((application.kind <> 'DEBT_HELP' or ${FOR_DEBTS}) and ${whose})`;

export class BenefitsRowSecurity2 implements MigrationInterface {
  readonly name = 'BenefitsRowSecurity1731000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(read(scoped('application.person_id', livesHere('application.person_id'))));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(read(ofPerson('application.person_id')));
  }
}
