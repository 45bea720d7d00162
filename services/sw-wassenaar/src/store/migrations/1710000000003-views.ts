/** The staging tables and the federation's own rows, put together: the mapping at the edge of this company, in SQL. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Views1710000000003 implements MigrationInterface {
  readonly name = 'Views1710000000003';

  async up(runner: QueryRunner): Promise<void> {
    for (const view of [WORKPLACE_NOW, EMPLOYMENT_NOW, PLACEMENT_NOW]) await runner.query(view);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW placement_now, employment_now, workplace_now');
  }
}

/** A running hold says more than the file; the day after an agreement's end the place is available again. */
const WORKPLACE_NOW = `CREATE VIEW workplace_now AS
  SELECT w.werkplek AS id, w.kvk AS employer_kvk, w.werkgever AS employer_name, w.omschrijving AS title, w.functie AS function, w.gemeente AS municipality,
         w.postcodegebied AS postcode_area, w.min_uren AS hours_min, w.max_uren AS hours_max, w.aanpassingen AS adaptations,
         w.begeleiding_uren AS supervision_hours, coalesce(h.state, w.status) AS status,
         greatest(w.beschikbaar_vanaf, (SELECT max(e.ended_on) + 1 FROM workplace_hold e WHERE e.workplace = w.werkplek AND e.state = 'ENDED')) AS available_from
  FROM werkplekken w LEFT JOIN workplace_hold h ON h.workplace = w.werkplek AND h.state IN ('HELD', 'TAKEN')`;

/** The statistics know the employment, the roster knows the name. */
const EMPLOYMENT_NOW = `CREATE VIEW employment_now AS
  SELECT e.id, e.person, e.work_form, e.hours_per_week, e.from_date, e.until_date, e.paying_municipality,
         (SELECT r.naam FROM rooster r WHERE r.persoon = e.person ORDER BY r.stand DESC, r.van DESC LIMIT 1) AS worker_name
  FROM employment e`;

/**
 * Roster lines with a hirer or a place, and placements from agreements. A line without an end that a later roster replaced by
 * a newer line ended the day before that line. A line that repeats what an agreement arranged is the agreement's placement.
 */
const PLACEMENT_NOW = `CREATE VIEW placement_now AS
  SELECT ('r-' || r.personeelsnummer || '-' || to_char(r.van, 'YYYYMMDD')) COLLATE "C" AS id, e.id AS employment, w.werkplek AS workplace,
         r.inlener_kvk AS hirer_kvk, r.inlener_naam AS hirer_name, NULL::text AS hirer_postcode_area, r.functie AS function, r.begeleider AS supervisor, NULL::uuid AS agreement,
         CASE WHEN r.inlener_naam IS NULL THEN 'INTERNAL' WHEN e.work_form = 'INTERNAL' THEN 'SECONDMENT_INDIVIDUAL' ELSE e.work_form END AS work_form,
         r.uren AS hours_per_week, r.tarief AS fee_per_hour, r.van AS from_date,
         coalesce(r.tot, (SELECT min(n.van) - 1 FROM rooster n WHERE n.personeelsnummer = r.personeelsnummer AND n.van > r.van AND n.stand > r.stand)) AS until_date,
         e.person, e.paying_municipality
  FROM rooster r
  JOIN LATERAL (SELECT * FROM employment x WHERE x.person = r.persoon ORDER BY x.from_date <= r.van DESC, x.from_date DESC LIMIT 1) e ON true
  LEFT JOIN werkplekken w ON w.werkplek = r.werkplek
  WHERE (r.inlener_naam IS NOT NULL OR r.werkplek IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM agreed_placement a WHERE a.employment = e.id AND a.from_date <= r.van AND (a.until_date IS NULL OR a.until_date >= r.van)
                    AND coalesce(a.hirer_kvk, a.hirer_name) IS NOT DISTINCT FROM coalesce(r.inlener_kvk, r.inlener_naam))
  UNION ALL
  SELECT ('a-' || a.agreement::text) COLLATE "C", a.employment, a.workplace, a.hirer_kvk, a.hirer_name, a.hirer_postcode_area, a.function, NULL, a.agreement, a.work_form,
         a.hours_per_week, a.fee_per_hour, a.from_date, a.until_date, e.person, e.paying_municipality
  FROM agreed_placement a LEFT JOIN employment e ON e.id = a.employment`;
