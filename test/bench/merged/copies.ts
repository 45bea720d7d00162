/** What is copied from which system, in the words of that system. Plain SQL on both sides; nothing here runs while the bench measures. */

export type CompanyModel = 'live' | 'leiden' | 'wassenaar';

export interface Copy {
  readonly from: string;
  readonly into: string;
  /** Name and type, in the order of `select`. */
  readonly columns: readonly string[];
  readonly select: string;
}

function copy(from: string, into: string, columns: string, select: string): Copy {
  return { from, into, columns: columns.split(/, (?=[a-z_]+ [a-z])/), select };
}

/** Columns that have the same names on both sides. */
function same(from: string, table: string, columns: string): Copy {
  return copy(from, table, columns, `select ${columns.split(/, (?=[a-z_]+ [a-z])/).map((one) => one.split(' ')[0]).join(', ')} from ${table}`);
}

export const REGISTER_COPIES: readonly Copy[] = [
  same('benefits', 'municipality', 'code text, name text'),
  same('benefits', 'delivery', 'kind text, as_of date'),
  same('benefits', 'person', 'id text, bsn text, name text, birth_date date'),
  copy('benefits', 'residence', 'person text, municipality text, from_on date, until_on date', 'select person_id, municipality, from_on, until_on from residence'),
  copy('benefits', 'representative', 'number text, person text, kind text, name text, from_on date, until_on date', 'select representative_number, person_id, kind, name, from_on, until_on from representative'),
  copy('benefits', 'application',
    'number text, person text, kind text, municipality text, received_on date, decided_on date, decision text, base_due_on date, suspended_since date, term_weeks integer, new_term_told_on date, new_term_until date, default_notice_on date',
    `select application_number, person_id, kind, municipality, received_on, decided_on, decision, base_due_on, suspended_since, term_weeks, new_term_told_on, new_term_until, default_notice_on
     from application`),
  copy('benefits', 'suspension', 'application text, from_on date, until_on date', 'select application_number, from_on, until_on from suspension'),
  copy('benefits', 'benefit', 'number text, person text, scheme text, status text, from_on date, until_on date, monthly_amount numeric(10,2)',
    'select benefit_number, person_id, scheme, status, from_on, until_on, monthly_amount from benefit'),
  same('reintegration', 'indication',
    'number text, person text, municipality text, kind text, category text, decided_on date, valid_until date, advice_supervised_employment boolean, adaptations text[], postcode_area text'),
  copy('reintegration', 'trajectory', 'number text, person text, municipality text, instrument text, from_on date, until_on date, outcome text',
    'select number, person, municipality, instrument, from_date, until_date, outcome from trajectory'),
  same('reintegration', 'offer', 'id uuid, person text, recorded_by text, recorded_on date, choice text, chosen text'),
  same('reintegration', 'agreement',
    'id uuid, seq bigint, version integer, revision integer, state text, person text, profile uuid, offer uuid, terms_version integer, placing_body text, receiving_body text, workplace text, worker jsonb, expires_on date, ends_on date, holding boolean, decided boolean, reminders jsonb, amends uuid'),
  same('reintegration', 'terms_version', 'agreement uuid, number integer, hash text, terms jsonb, facts jsonb, proposed_by text'),
  same('reintegration', 'agreement_party', 'agreement uuid, terms_version integer, role text, position integer, acting_body text, on_behalf_of text, basis text, authority_until date'),
  same('reintegration', 'acceptance', 'agreement uuid, role text, revision integer, terms_version integer, acting_body text, voided_by integer'),
];

const EMPLOYMENT = 'id text, company text, person text, worker_name text, work_form text, hours_per_week text, from_on date, until_on date, formal_employer text, paying_municipality text, category text, birth_date date';
const WORKPLACE = 'id text, company text, position text, employer_id text, employer_name text, title text, function text, municipality text, postcode_area text, hours_min text, hours_max text, adaptations text[], supervision_hours text, available_from date, status text';
const PLACEMENT = 'id text, company text, position text, employment text, workplace text, hirer_name text, function text, agreement uuid, work_form text, hours_per_week text, from_on date, until_on date';

type Selects = Readonly<Record<'employment' | 'workplace' | 'placement', (code: string) => string>>;

const id = (code: string, kind: string, column: string): string => `'${code}:${kind}:' || ${column}`;
const leidenDate = (column: string): string => `to_date(nullif(${column}, 0)::text, 'YYYYMMDD')`;
const leidenHours = (column: string): string => `round(${column} * 36 / 100, 2)::text`;
const LEIDEN_FORM = (column: string): string =>
  `case trim(${column}) when 'B' then 'INTERNAL' when 'DI' then 'SECONDMENT_INDIVIDUAL' when 'DG' then 'SECONDMENT_GROUP' when 'BW' then 'SUPERVISED_EMPLOYMENT' when 'NB' then 'NEW_SHELTERED' end`;

const MODELS: Readonly<Record<CompanyModel, Selects>> = {
  live: {
    employment: (code) => `select ${id(code, 'E', 'e.number')}, '${code}', e.person, w.name, e.work_form, e.hours_per_week::text, e.from_date, e.until_date, e.formal_employer, e.paying_municipality,
      e.category, w.birth_date from employment e join worker w on w.person = e.person`,
    workplace: (code) => `select ${id(code, 'W', 'w.number')}, '${code}', w.number, coalesce('kvk:' || e.kvk_number, 'name:' || e.name), e.name, w.title, w.function, w.municipality, w.postcode_area,
      w.hours_min::text, w.hours_max::text, w.adaptations, w.supervision_hours::text, w.available_from, coalesce(h.state, w.status)
      from workplace w join employer e on e.id = w.employer_id left join hold h on h.workplace = w.number`,
    placement: (code) => `select ${id(code, 'P', 'p.number')}, '${code}', p.number, ${id(code, 'E', 'p.employment')}, ${id(code, 'W', 'p.workplace')}, h.name, p.function, p.agreement, p.work_form,
      p.hours_per_week::text, p.from_date, p.until_date from placement p left join employer h on h.id = p.hirer_id`,
  },
  leiden: {
    employment: (code) => `select ${id(code, 'E', 'dv.dvnr')}, '${code}', dv.wnr, wn.naam, ${LEIDEN_FORM('dv.werkvorm')}, ${leidenHours('dv.dtpct')}, ${leidenDate('dv.ingdat')}, ${leidenDate('dv.einddat')},
      dv.formwg, dv.betgem, case dv.klasse when 'M' then 'MODERATE' when 'E' then 'SEVERE' end, ${leidenDate('wn.gebdat')} from dienstverband dv join werknemer wn on wn.wnr = dv.wnr`,
    workplace: (code) => `select ${id(code, 'W', 'p.wpnr')}, '${code}', lpad(p.wpnr::text, 10, '0'), 'kvk:' || g.kvknr, g.naam, p.omschr, p.functie, p.gemcode, p.pc4, ${leidenHours('p.minpct')},
      ${leidenHours('p.maxpct')}, case p.aanpassing when '' then '{}' else string_to_array(p.aanpassing, '|') end, p.beguren::text, ${leidenDate('p.beschdat')},
      case p.status when 'V' then 'OPEN' when 'B' then 'TAKEN' when 'G' then 'CLOSED' when 'R' then 'HELD' end from werkplek p join werkgever g on g.kvknr = p.kvknr`,
    placement: (code) => `select ${id(code, 'P', 'p.plnr')}, '${code}', lpad(p.plnr::text, 10, '0'), ${id(code, 'E', 'nullif(p.dvnr, 0)')}, ${id(code, 'W', 'nullif(p.wpnr, 0)')},
      coalesce(g.naam, nullif(p.inlnaam, '')), p.functie, p.afspraak, ${LEIDEN_FORM('p.werkvorm')}, ${leidenHours('p.dtpct')}, ${leidenDate('p.ingdat')}, ${leidenDate('p.einddat')}
      from plaatsing p left join werkgever g on g.kvknr = p.kvknr`,
  },
  wassenaar: {
    employment: (code) => `select ${id(code, 'E', 'n.id')}, '${code}', n.person, n.worker_name, n.work_form, n.hours_per_week::text, n.from_date, n.until_date, 'sw-wassenaar', n.paying_municipality, e.category, e.birth_date
      from employment_now n join employment e on e.id = n.id`,
    workplace: (code) => `select ${id(code, 'W', 'id')}, '${code}', id, coalesce('kvk:' || employer_kvk, 'name:' || employer_name), employer_name, title, function, municipality, postcode_area, hours_min::text, hours_max::text,
      adaptations, supervision_hours::text, available_from, status from workplace_now`,
    placement: (code) => `select ${id(code, 'P', 'id')}, '${code}', id, ${id(code, 'E', 'employment')}, ${id(code, 'W', 'workplace')}, hirer_name, function, agreement, work_form, hours_per_week::text, from_date, until_date
      from placement_now`,
  },
};

export function companyCopies(model: CompanyModel, code: string): Copy[] {
  const selects = MODELS[model];
  return [
    copy('', 'employment', EMPLOYMENT, selects.employment(code)),
    copy('', 'workplace', WORKPLACE, selects.workplace(code)),
    copy('', 'placement', PLACEMENT, selects.placement(code)),
    copy('', 'employment_share', 'agreement uuid, employment text, body text', `select agreement, ${id(code, 'E', 'employment')}, body from employment_share`),
  ];
}
