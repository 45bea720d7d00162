/**
 * Who sees which rows of agreements and offers, said once more where they lie: the grounds of store/agreement-scope.ts as policies.
 * A party of any terms version sees all versions; the worker sees his own. Wsw art. 15 lid 1; domain brief 2.10. Decision 0017.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { answered, answeredWithRowsOpen } from '#shell/row-security/answers.js';
import { BODY, hasRole, protect, READING, readsAs, SUBJECT, unprotect, type RowRules } from '#shell/row-security/protect.js';

const OFFICIAL = readsAs('CASE_WORKER', 'PLACEMENT_OFFICER');
const WORKER = readsAs('WORKER');
const FIGURES = hasRole('ANALYST', 'POLICY_OFFICER', 'COUNCIL_MEMBER', 'PARTICIPATION_COUNCIL');

const party = (agreement: string): string => `exists (select 1 from agreement_party sp where sp.agreement = ${agreement} and sp.acting_body = ${BODY})`;
const about = (agreement: string): string => `exists (select 1 from agreement sa where sa.id = ${agreement} and sa.person = ${SUBJECT})`;

const FUNCTIONS = [
  // A party sees that an amendment of its agreement is under way, also one that goes past it.
  answeredWithRowsOpen('schakel_is_party(asked uuid)', party('asked')),
  answeredWithRowsOpen('schakel_is_about_me(asked uuid)', about('asked')),
  answered('schakel_sees_offer(asked uuid)', 'exists (select 1 from offer o where o.id = asked)'),
];

/** Rows of an agreement that are seen with it. */
const withAgreement = (column: string): string => `(${OFFICIAL} and schakel_is_party(${column})) or (${WORKER} and schakel_is_about_me(${column}))`;

const RULES: Readonly<Record<string, RowRules>> = {
  agreement: {
    read: `(${OFFICIAL} and (${party('agreement.id')} or (agreement.amends is not null and schakel_is_party(agreement.amends))))
      or (${WORKER} and agreement.person = ${SUBJECT})`,
    figures: FIGURES,
  },
  agreement_party: {
    read: `(${OFFICIAL} and agreement_party.acting_body = ${BODY}) or ${withAgreement('agreement_party.agreement')}`,
  },
  terms_version: { read: withAgreement('terms_version.agreement'), figures: FIGURES },
  acceptance: { read: withAgreement('acceptance.agreement') },
  agreement_history: { read: withAgreement('agreement_history.agreement') },
  due_date: { read: withAgreement('due_date.agreement') },
  // The body that spoke with the worker, and he himself.
  offer: { read: `(${readsAs('CASE_WORKER')} and offer.recorded_by = ${BODY}) or (${WORKER} and offer.person = ${SUBJECT})` },
  offer_workplace: { read: `${READING} and schakel_sees_offer(offer_workplace.offer)` },
  coordinator_attempt: {},
  agreement_news: {},
};

export class AgreementRowSecurity1 implements MigrationInterface {
  readonly name = 'AgreementRowSecurity1700000002006';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of FUNCTIONS) await runner.query(statement);
    for (const [table, rules] of Object.entries(RULES)) await protect(runner, table, rules);
  }

  async down(runner: QueryRunner): Promise<void> {
    await unprotect(runner, ...Object.keys(RULES));
    await runner.query('drop function schakel_sees_offer, schakel_is_about_me, schakel_is_party');
  }
}
