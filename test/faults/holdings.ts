/** What the federation's rows say at each company, read from its own model: one small reader per company, one shape for the checker. */
import { COMPANY_NAMES } from './rig.js';

export interface Holder {
  /** Id of the place in the federation. */
  readonly workplace: string;
  readonly agreement: string;
  readonly state: 'HELD' | 'TAKEN';
  readonly termsVersion: number;
}

export interface PlacementKept {
  readonly agreement: string;
  /** Null when the other company has it. */
  readonly employment: string | null;
  readonly workplace: string | null;
  readonly from: string;
  readonly until: string | null;
}

/** A contradiction within one company's own records. */
export interface Contradiction {
  readonly workplace: string;
  readonly what: string;
}

export interface Holdings {
  readonly holders: readonly Holder[];
  readonly placements: readonly PlacementKept[];
  readonly contradictions: readonly Contradiction[];
}

export type Ask = <T>(sql: string) => Promise<T[]>;

const ZOETERMEER = {
  holders: `select 'zoetermeer-rijswijk:W:' || workplace as workplace, agreement, state, terms_version as "termsVersion" from hold`,
  placements: `select agreement, 'zoetermeer-rijswijk:E:' || employment as employment, 'zoetermeer-rijswijk:W:' || workplace as workplace,
    from_date::text as "from", until_date::text as "until" from placement where agreement is not null`,
  contradictions: `select 'zoetermeer-rijswijk:W:' || h.workplace as workplace, 'held, and the company says ' || w.status as what
    from hold h join workplace w on w.number = h.workplace where w.status <> 'OPEN'`,
};

/** Letters: R reserved, B occupied; a date of 0 is none. The letter on the place and the running reservation say the same. */
const LEIDEN = {
  holders: `select 'leiden:W:' || wpnr as workplace, afspraak as agreement, case stand when 'R' then 'HELD' else 'TAKEN' end as state, versie as "termsVersion"
    from reservering where stand in ('R', 'B')`,
  placements: `select afspraak as agreement, 'leiden:E:' || nullif(dvnr, 0) as employment, 'leiden:W:' || nullif(wpnr, 0) as workplace,
    to_date(ingdat::text, 'YYYYMMDD')::text as "from", to_date(nullif(einddat, 0)::text, 'YYYYMMDD')::text as "until" from plaatsing where afspraak is not null`,
  contradictions: `select 'leiden:W:' || w.wpnr as workplace, 'letter ' || w.status || ', running reservation ' || coalesce(r.stand, 'none') as what
    from werkplek w left join reservering r on r.wpnr = w.wpnr and r.stand in ('R', 'B')
    where (w.status = 'R') <> (r.stand is not distinct from 'R') or (r.stand = 'B' and w.status <> 'B')
       or (r.stand is null and w.status = 'B' and w.levstatus <> 'B')`,
};

const WASSENAAR = {
  holders: `select 'wassenaar:W:' || workplace as workplace, agreement, state, terms_version as "termsVersion" from workplace_hold where state in ('HELD', 'TAKEN')`,
  placements: `select agreement, 'wassenaar:E:' || employment as employment, 'wassenaar:W:' || workplace as workplace,
    from_date::text as "from", until_date::text as "until" from agreed_placement`,
  contradictions: `select 'wassenaar:W:' || p.workplace as workplace, 'two running placements from agreements' as what
    from agreed_placement p join agreed_placement o on o.workplace = p.workplace and o.agreement > p.agreement
    where (p.until_date is null or p.until_date >= p.from_date) and (o.until_date is null or o.until_date >= o.from_date)
      and daterange(p.from_date, p.until_date, '[]') && daterange(o.from_date, o.until_date, '[]')`,
};

const QUESTIONS: Readonly<Record<string, typeof LEIDEN>> = { 'sw-zoetermeer-rijswijk': ZOETERMEER, 'sw-leiden': LEIDEN, 'sw-wassenaar': WASSENAAR };

export async function readHoldings(company: string, ask: Ask): Promise<Holdings> {
  const questions = QUESTIONS[company];
  if (!questions) throw new Error(`no reader for ${company}; there are ${COMPANY_NAMES.join(', ')}`);
  return {
    holders: await ask<Holder>(questions.holders),
    placements: await ask<PlacementKept>(questions.placements),
    contradictions: await ask<Contradiction>(questions.contradictions),
  };
}
