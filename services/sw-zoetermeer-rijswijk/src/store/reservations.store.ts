// What the federation writes here: holds, taken places and the placements of agreements. The primary key of `hold` decides
// a race for a place: of two agreements one inserts, the other finds it taken (invariant I1).
import type { AgreedPlacement, HoldOutcome, HoldRequest, Successor } from '#sw-contract/port.js';
import type { EntityManager } from 'typeorm';

/** A place is free for a period when it is open, nobody holds it and no agreement's placement still runs at its start. */
export async function hold(em: EntityManager, request: HoldRequest): Promise<HoldOutcome> {
  const held = await em.query<unknown[]>(
    `insert into hold (workplace, agreement, terms_version, state, from_date, until_date, hours_per_week, function)
     select w.number, $2, $3, 'HELD', $4, $5, $6, $7 from workplace w
     where w.number = $1 and w.status = 'OPEN' and not exists (
       select from placement p
       where p.workplace = w.number and p.agreement is not null and p.agreement <> $2 and (p.until_date is null or p.until_date >= $4))
     on conflict (workplace) do update
       set terms_version = excluded.terms_version, from_date = excluded.from_date, until_date = excluded.until_date,
           hours_per_week = excluded.hours_per_week, function = excluded.function, changed_at = now()
       where hold.agreement = excluded.agreement and hold.state = 'HELD' and hold.terms_version < excluded.terms_version
     returning workplace`,
    [request.workplace, request.agreement, request.termsVersion, request.from, request.until, request.hoursPerWeek, request.function],
  );
  return held.length > 0 ? { held: true } : whyNot(em, request);
}

async function whyNot(em: EntityManager, request: HoldRequest): Promise<HoldOutcome> {
  const [place] = await em.query<{ status: string; agreement: string | null }[]>(
    'select w.status, h.agreement from workplace w left join hold h on h.workplace = w.number where w.number = $1',
    [request.workplace],
  );
  if (!place) return { held: false, reason: 'UNKNOWN' };
  if (place.agreement === request.agreement) return { held: true };
  return { held: false, reason: place.status === 'CLOSED' ? 'CLOSED' : 'TAKEN' };
}

export async function release(em: EntityManager, workplace: string, agreement: string): Promise<number | null> {
  const [released] = await em.query<[{ terms_version: number }[], number]>(
    `delete from hold where workplace = $1 and agreement = $2 and state = 'HELD' returning terms_version`,
    [workplace, agreement],
  );
  return released[0]?.terms_version ?? null;
}

export async function take(em: EntityManager, workplace: string, agreement: string, termsVersion: number): Promise<boolean> {
  const [, affected] = await em.query<[unknown[], number]>(
    `update hold set state = 'TAKEN', terms_version = $3, changed_at = now() where workplace = $1 and agreement = $2`,
    [workplace, agreement, termsVersion],
  );
  return affected === 1;
}

export async function recordPlacement(em: EntityManager, placement: AgreedPlacement): Promise<void> {
  await em.query(
    `insert into placement (number, agreement, employment, workplace, hirer_id, function, work_form, hours_per_week, fee_per_hour, from_date, until_date)
     values ('A-' || $1::text, $1::uuid, $2, $3, coalesce($4, (select employer_id from workplace where number = $3)), $5, $6, $7, $8, $9, $10)
     on conflict (agreement) do update
       set employment = coalesce(placement.employment, excluded.employment),
           workplace = coalesce(placement.workplace, excluded.workplace),
           hirer_id = coalesce(placement.hirer_id, excluded.hirer_id)`,
    [
      placement.agreement, placement.employment, placement.workplace, await hirerId(em, placement), placement.function, placement.workForm,
      placement.hoursPerWeek, placement.secondmentFeePerHour, placement.from, placement.until,
    ],
  );
}

export async function takenPlace(em: EntityManager, agreement: string): Promise<string | null> {
  const [taken] = await em.query<{ workplace: string }[]>(`select workplace from hold where agreement = $1 and state = 'TAKEN'`, [agreement]);
  return taken?.workplace ?? null;
}

/** Of a placement that never started, the last day lies before the first: it counts as ended at once. */
export async function endPlacement(em: EntityManager, agreement: string, endsOn: string, successor: Successor | null): Promise<boolean> {
  const [, ended] = await em.query<[unknown[], number]>('update placement set until_date = $2, changed_at = now() where agreement = $1', [agreement, endsOn]);
  if (successor !== null) await handOver(em, agreement, successor);
  await em.query(
    `with freed as (delete from hold where agreement = $1 returning workplace)
     update workplace set available_from = greatest(available_from, $2::date + 1) from freed where workplace.number = freed.workplace`,
    [agreement, endsOn],
  );
  return ended === 1;
}

/** The row of the place changes hands: there is no moment at which it has none. */
async function handOver(em: EntityManager, agreement: string, next: Successor): Promise<void> {
  await em.query(
    `update hold set agreement = $3, terms_version = $4, state = $5, from_date = $6, until_date = $7, hours_per_week = $8, function = $9, changed_at = now()
     where workplace = $1 and agreement = $2 and state = 'TAKEN'`,
    [next.workplace, agreement, next.agreement, next.termsVersion, next.confirmed ? 'TAKEN' : 'HELD', next.from, next.until, next.hoursPerWeek, next.function],
  );
}

async function hirerId(em: EntityManager, { hirer }: AgreedPlacement): Promise<string | null> {
  if (hirer === null) return null;
  await em.query(
    `insert into employer (kvk_number, name, postcode_area) select $1, $2, $3
     where not exists (select from employer where kvk_number = $1 or ($1::text is null and kvk_number is null and name = $2))
     on conflict (kvk_number) do nothing`,
    [hirer.kvkNumber, hirer.name, hirer.postcodeArea],
  );
  const [known] = await em.query<{ id: string }[]>(
    'select id from employer where kvk_number = $1 or ($1::text is null and kvk_number is null and name = $2) order by id limit 1',
    [hirer.kvkNumber, hirer.name],
  );
  return known?.id ?? null;
}
