/** The rows of a run, made where they lie: people from 0 to $1, whose ids begin with $2; country.ts says the same of one person. */

export const PEOPLE_SQL = `
  insert into indication (number, person, municipality, kind, category, applied_on, decided_on, valid_until, advice_supervised_employment, adaptations, waiting_since, as_of)
  select $2 || '-' || i, $2 || lpad(i::text, 41, '0'), $3, 'WSW', case when i % 7 = 0 then 'SEVERE' else 'MODERATE' end, '2009-10-01', '2010-01-04', '2016-01-03', i % 16 = 1, '{}',
         case when i % 12 = 0 then date '2010-01-04' end, now()
  from generate_series(0, $1::integer - 1) as i`;

/** $3: the codes of the companies. */
export const POINTERS_SQL = `
  insert into employment_pointer (person, company, employment, from_date)
  select $2 || lpad(i::text, 41, '0'), 'sw-' || ($3::text[])[i % 90 + 1], ($3::text[])[i % 90 + 1] || ':E:' || $2 || '-' || i, '2010-02-01'
  from generate_series(0, $1::integer - 1) as i where i % 12 <> 0`;
