/**
 * Holds the audit chain against the history of agreements, both ways: the coordinator's own rows, and what the answers of commands say of theirs.
 * Cannot judge the steps on agreements that were proposed before there was a chain: those may lack their rows. An amendment begins by the answer to its
 * command, whose row is about the agreement that it amends.
 */
import type { EntityManager } from 'typeorm';
import type { AgreementEvent } from '../domain/agreement.js';
import { COORDINATOR, eventsHash } from './own-steps.js';

export interface StepFault {
  readonly seq: string;
  readonly what: string;
}

interface StepRow {
  readonly seq: string;
  readonly command_id: string;
  readonly request_hash: string;
  /** The coordinator's entries that the row tells of, in order. */
  readonly entries: readonly { readonly revision: number; readonly event: AgreementEvent }[];
}

const AT_ONCE = 2_000;
const MOST = 100;
/** Agreement and revision. */
const STEP = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:[0-9]{1,9}$';

/** The row names the last revision of its step and every event of it. */
const ROWS = `
  select a.seq::text as seq, a.command_id, a.request_hash,
    (select coalesce(jsonb_agg(jsonb_build_object('revision', h.revision, 'event', h.event) order by h.revision), '[]') from agreement_history h
     where h.agreement = split_part(a.command_id, ':', 1)::uuid and h.actor_subject is null and h.revision <= split_part(a.command_id, ':', 2)::integer
       and h.revision > split_part(a.command_id, ':', 2)::integer - array_length(string_to_array(a.verb, ' '), 1)) as entries
  from audit a where a.actor = $1 and a.command_id ~ '${STEP}' and a.seq > $2 order by a.seq limit ${AT_ONCE}`;
const UNTOLD = `
  select h.agreement::text as agreement, h.revision from agreement_history h
  where h.actor_subject is null
    and (exists (select 1 from audit p where p.subject = h.agreement::text and p.verb = 'propose')
      or h.agreement::text in (select i.outcome->>'id' from audit p join inbox i on i.actor = p.actor and i.command_id = p.command_id where p.verb = 'amend'))
    and not exists (
      select 1 from audit a where a.actor = $1 and a.subject = h.agreement::text and a.command_id ~ '${STEP}'
        and h.revision <= split_part(a.command_id, ':', 2)::integer
        and h.revision > split_part(a.command_id, ':', 2)::integer - array_length(string_to_array(a.verb, ' '), 1))
  order by 1, 2 limit ${MOST}`;
const STRANGE = `select seq::text as seq from audit where actor = $1 and command_id !~ '${STEP}' and not exists (select 1 from inbox i where i.actor = audit.actor and i.command_id = audit.command_id) limit ${MOST}`;

/** What each command wrote in a history, as its sealed answer says and as the history has it. */
const SEALED = `case jsonb_typeof(i.outcome->'steps') when 'array' then i.outcome->'steps' else '[]' end`;
const GIVEN = `
  select a.seq::text as seq, s.step->>'events' as told,
    (select coalesce(jsonb_agg(jsonb_build_object('revision', h.revision, 'event', h.event) order by h.revision), '[]') from agreement_history h
     where h.agreement = (s.step->>'agreement')::uuid and h.actor_subject = a.actor and h.revision <= (s.step->>'revision')::integer
       and h.revision > (s.step->>'revision')::integer - (s.step->>'count')::integer) as entries
  from (select seq, actor, command_id from audit where seq > $1 order by audit.seq limit ${AT_ONCE}) a
  left join inbox i on i.actor = a.actor and i.command_id = a.command_id left join lateral jsonb_array_elements(${SEALED}) s (step) on true
  order by a.seq`;
/** Entries that no command tells of; of agreements whose first entry was sealed. */
const NOT_GIVEN = `
  with told as (
    select (s.step->>'agreement')::uuid as agreement, (s.step->>'revision')::integer as last, (s.step->>'count')::integer as count
    from inbox i, lateral jsonb_array_elements(${SEALED}) s (step))
  select h.agreement::text as agreement, h.revision from agreement_history h
  where h.actor_subject is not null and h.agreement in (select agreement from told where last = 1)
    and not exists (select 1 from told t where t.agreement = h.agreement and h.revision <= t.last and h.revision > t.last - t.count)
  order by 1, 2 limit ${MOST}`;

interface GivenRow {
  readonly seq: string;
  readonly told: string | null;
  readonly entries: StepRow['entries'];
}

export async function stepFaults(manager: EntityManager): Promise<StepFault[]> {
  const untold = [
    ...(await manager.query<{ agreement: string; revision: number }[]>(UNTOLD, [COORDINATOR])),
    ...(await manager.query<{ agreement: string; revision: number }[]>(NOT_GIVEN)),
  ];
  const strange = await manager.query<{ seq: string }[]>(STRANGE, [COORDINATOR]);
  return [
    ...(await wrongRows(manager)),
    ...(await wrongGiven(manager)),
    ...untold.map(({ agreement, revision }) => ({ seq: '-', what: `step ${revision} of agreement ${agreement} has no row` })),
    ...strange.map(({ seq }) => ({ seq, what: 'tells of a step that names no agreement' })),
  ];
}

async function wrongRows(manager: EntityManager): Promise<StepFault[]> {
  const faults: StepFault[] = [];
  for (let after = '0'; ; ) {
    const rows: StepRow[] = await manager.query<StepRow[]>(ROWS, [COORDINATOR, after]);
    for (const { seq, request_hash, entries } of rows) if (eventsHash(entries) !== request_hash) faults.push({ seq, what: 'tells of another step than the history of the agreement' });
    const last = rows.at(-1);
    if (!last || faults.length > MOST) return faults;
    after = last.seq;
  }
}

async function wrongGiven(manager: EntityManager): Promise<StepFault[]> {
  const faults: StepFault[] = [];
  for (let after = '0'; ; ) {
    const rows: GivenRow[] = await manager.query<GivenRow[]>(GIVEN, [after]);
    for (const { seq, told, entries } of rows) if (told !== null && eventsHash(entries) !== told) faults.push({ seq, what: 'the history of the agreement has not what the command wrote there' });
    const last = rows.at(-1);
    if (!last || faults.length > MOST) return faults;
    after = last.seq;
  }
}
