/**
 * Who sees which of this company's workers, said once more where the rows lie: the roster and the placements follow the employment, raw
 * statistics and discrepancies are the imports' alone, and a hold (an agreement, no person) decides how a place is shown to everybody.
 * The views ask as whoever reads them. Decision 0017.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { answeredWithRowsOpen } from '#shell/row-security/answers.js';
import { protect, READING, unprotect, type RowRules } from '#shell/row-security/protect.js';
import { DROP_EMPLOYMENT_FUNCTIONS, employmentFunctions, employmentSeen, seesPlacement, seesWorker, type EmploymentColumns } from '#sw-contract/store/employment-rules.js';

const columns = (alias: string): EmploymentColumns => ({ id: `${alias}.id`, person: `${alias}.person`, payingMunicipality: `${alias}.paying_municipality` });

const RULES: Readonly<Record<string, RowRules>> = {
  employment: { read: employmentSeen(columns('employment')), figures: 'true' },
  rooster: { read: seesWorker('rooster.persoon') },
  agreed_placement: { read: seesPlacement('agreed_placement.employment') },
  placement_suspension: { read: `${READING} AND EXISTS (SELECT 1 FROM agreed_placement p WHERE p.agreement = placement_suspension.agreement)` },
  workplace_hold: { read: READING },
  statistiek: {},
  discrepancy: {},
};

const VIEWS = ['workplace_now', 'employment_now', 'placement_now'];

/**
 * The employment under which somebody worked on a day. Asked with the rows open: where a person has two, a reader who sees one of them
 * must not be shown the work of the other as if it belonged to it.
 */
const EMPLOYMENT_ON = answeredWithRowsOpen(
  'employment_on(asked text, day date)',
  '(SELECT x.id FROM employment x WHERE x.person = asked ORDER BY x.from_date <= day DESC, x.from_date DESC LIMIT 1)',
  'text',
);

const WORKED_UNDER = 'JOIN employment e ON e.id = employment_on(r.persoon, r.van)';
const WORKED_UNDER_BEFORE = 'JOIN LATERAL (SELECT * FROM employment x WHERE x.person = r.persoon ORDER BY x.from_date <= r.van DESC, x.from_date DESC LIMIT 1) e ON true';

/** As 1710000000003 made it, but for how a line of the roster finds its employment. */
const placementNow = (workedUnder: string): string => `CREATE OR REPLACE VIEW placement_now AS
  SELECT ('r-' || r.personeelsnummer || '-' || to_char(r.van, 'YYYYMMDD')) COLLATE "C" AS id, e.id AS employment, w.werkplek AS workplace,
         r.inlener_kvk AS hirer_kvk, r.inlener_naam AS hirer_name, NULL::text AS hirer_postcode_area, r.functie AS function, r.begeleider AS supervisor, NULL::uuid AS agreement,
         CASE WHEN r.inlener_naam IS NULL THEN 'INTERNAL' WHEN e.work_form = 'INTERNAL' THEN 'SECONDMENT_INDIVIDUAL' ELSE e.work_form END AS work_form,
         r.uren AS hours_per_week, r.tarief AS fee_per_hour, r.van AS from_date,
         coalesce(r.tot, (SELECT min(n.van) - 1 FROM rooster n WHERE n.personeelsnummer = r.personeelsnummer AND n.van > r.van AND n.stand > r.stand)) AS until_date,
         e.person, e.paying_municipality
  FROM rooster r
  ${workedUnder}
  LEFT JOIN werkplekken w ON w.werkplek = r.werkplek
  WHERE (r.inlener_naam IS NOT NULL OR r.werkplek IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM agreed_placement a WHERE a.employment = e.id AND a.from_date <= r.van AND (a.until_date IS NULL OR a.until_date >= r.van)
                    AND coalesce(a.hirer_kvk, a.hirer_name) IS NOT DISTINCT FROM coalesce(r.inlener_kvk, r.inlener_naam))
  UNION ALL
  SELECT ('a-' || a.agreement::text) COLLATE "C", a.employment, a.workplace, a.hirer_kvk, a.hirer_name, a.hirer_postcode_area, a.function, NULL, a.agreement, a.work_form,
         a.hours_per_week, a.fee_per_hour, a.from_date, a.until_date, e.person, e.paying_municipality
  FROM agreed_placement a LEFT JOIN employment e ON e.id = a.employment`;

export class RowSecurity1710000000004 implements MigrationInterface {
  readonly name = 'RowSecurity1710000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(EMPLOYMENT_ON);
    await runner.query(placementNow(WORKED_UNDER));
    for (const view of VIEWS) await runner.query(`ALTER VIEW ${view} SET (security_invoker = true)`);
    for (const statement of employmentFunctions('employment', columns('e'), { column: 'id', type: 'text' })) await runner.query(statement);
    for (const [table, rules] of Object.entries(RULES)) await protect(runner, table, rules);
  }

  async down(runner: QueryRunner): Promise<void> {
    await unprotect(runner, ...Object.keys(RULES));
    await runner.query(DROP_EMPLOYMENT_FUNCTIONS);
    for (const view of VIEWS) await runner.query(`ALTER VIEW ${view} RESET (security_invoker)`);
    await runner.query(placementNow(WORKED_UNDER_BEFORE));
    await runner.query('DROP FUNCTION employment_on');
  }
}
