/** Agreements with their terms, parties and acceptances: one statement however many. */
import { bodyOf, type Context, cursorOf, demand, keyOf, page, Refused } from './context.js';
import { rules } from './rules.js';

interface AgreementRow {
  readonly id: string;
  readonly seq: string;
  readonly version: number;
  readonly state: string;
  readonly person: string;
  readonly profile: string;
  readonly placing_body: string;
  readonly workplace: string;
  readonly expires_on: string;
  readonly terms: { readonly number: number; readonly hash: string; readonly terms: Record<string, string | null>; readonly facts: object; readonly proposedBy: string };
  readonly parties: readonly { role: string; actingBody: string; onBehalfOf: string; basis: string; authorityUntil: string | null }[];
  readonly acceptances: readonly { role: string; actingBody: string; termsVersion: number }[];
  readonly live: { id: string; state: string } | null;
  readonly title: string | null;
}

const COLUMNS = `
  a.id, a.seq, a.version, a.revision, a.state, a.person, a.profile, a.offer, a.placing_body, a.workplace, a.worker, a.expires_on, a.ends_on, a.amends, a.holding, a.decided, a.reminders,
  json_build_object('number', t.number, 'hash', t.hash, 'terms', t.terms, 'facts', t.facts, 'proposedBy', t.proposed_by) as terms,
  (select json_agg(json_build_object('role', p.role, 'actingBody', p.acting_body, 'onBehalfOf', p.on_behalf_of, 'basis', p.basis, 'authorityUntil', p.authority_until) order by p.position)
     from agreement_party p where p.agreement = a.id and p.terms_version = a.terms_version) as parties,
  (select coalesce(json_agg(json_build_object('role', x.role, 'actingBody', x.acting_body, 'termsVersion', x.terms_version) order by x.revision, x.role), '[]')
     from acceptance x where x.agreement = a.id and x.voided_by is null) as acceptances,
  (select json_build_object('id', l.id, 'state', l.state) from agreement l where l.amends = a.id and l.state not in ('ENDED', 'REJECTED', 'DECLINED', 'WITHDRAWN', 'LAPSED')) as live,
  w.title`;
const FROM = `from agreement a join terms_version t on t.agreement = a.id and t.number = a.terms_version left join workplace w on w.id = a.workplace`;
/** The viewer's body acts for a party of any version of the terms. */
const MINE = `exists (select 1 from agreement_party sp where sp.agreement = a.id and sp.acting_body = $1)`;
const READS_PERSON = `(a.placing_body = $1 or exists (select 1 from agreement_party rp where rp.agreement = a.id and rp.terms_version = a.terms_version and rp.role = 'RESIDENCE_AUTHORITY' and rp.acting_body = $1))`;
const WAITING = `a.state = 'PROPOSED' and a.expires_on >= $2 and exists (
  select 1 from agreement_party wp where wp.agreement = a.id and wp.terms_version = a.terms_version and wp.acting_body = $1
  and not exists (select 1 from acceptance wa where wa.agreement = a.id and wa.role = wp.role and wa.voided_by is null))`;

const OF_PERSONS = `select ${COLUMNS} ${FROM} where ${MINE} and a.person = any($2) and ${READS_PERSON} order by a.seq desc`;
const BY_IDS = `select ${COLUMNS} ${FROM} where ${MINE} and a.id = any($2)`;
const PAGE = `select ${COLUMNS} ${FROM} where ${MINE} and ($3 = false or (${WAITING})) and ($4::bigint is null or a.seq < $4) order by a.seq desc limit $5`;
const COUNT = `select count(*)::int as count from agreement a where ${MINE} and ($3 = false or (${WAITING}))`;

export async function agreementsOfPersons(context: Context, persons: readonly string[]): Promise<AgreementRow[]> {
  return readAgreements(context, 'agreements-of-persons', OF_PERSONS, [context.asking.viewer.body, persons]);
}

export async function agreementsByIds(context: Context, ids: readonly string[]): Promise<AgreementRow[]> {
  return ids.length === 0 ? [] : readAgreements(context, 'agreements-by-ids', BY_IDS, [context.asking.viewer.body, ids]);
}

async function readAgreements({ session, asking }: Context, name: string, text: string, values: readonly unknown[]): Promise<AgreementRow[]> {
  if (!asking.scope.official) return [];
  const rows = await session.read<AgreementRow>(name, text, values);
  session.processed(rows.map(({ person }) => person));
  return rows;
}

interface ListArgs {
  readonly filter?: { readonly waitingForMe?: boolean | null } | null;
  readonly first: number;
  readonly after?: string | null;
}

export async function agreements(_root: unknown, { filter, first, after }: ListArgs, context: Context): Promise<object> {
  demand(context, 'agreements');
  const { session, asking } = context;
  if (first < 1 || first > 200) throw new Refused('BAD_USER_INPUT');
  const question = [asking.viewer.body, asking.on, filter?.waitingForMe === true];
  const [rows, counted] = await Promise.all([
    session.read<AgreementRow>('agreement-page', PAGE, [...question, keyOf(after)?.[0] ?? null, first + 1]),
    session.read<{ count: number }>('agreement-count', COUNT, question),
  ]);
  session.processed(rows.slice(0, first).map(({ person }) => person));
  return page(rows, first, counted[0]?.count ?? 0, ({ seq }) => cursorOf(seq), (row) => agreementNode(context, row));
}

export function agreementNode(context: Context, row: AgreementRow): Record<string, unknown> {
  const { terms } = row;
  return {
    id: row.id, version: row.version, state: row.state, profile: row.profile, workplace: { title: row.title, id: row.workplace }, employmentId: terms.terms['employment'],
    terms: { version: terms.number, hash: terms.hash, from: terms.terms['from'], hoursPerWeek: terms.terms['hoursPerWeek'], secondmentFeePerHour: terms.terms['secondmentFeePerHour'] },
    parties: row.parties.map(({ role, actingBody, onBehalfOf }) => ({
      role, actingBody: bodyOf(context, actingBody), onBehalfOf: bodyOf(context, onBehalfOf),
      acceptedTermsVersion: row.acceptances.find((one) => one.role === role && one.actingBody === actingBody)?.termsVersion ?? null,
    })),
    availableActions: () => actionsOf(context, row),
  };
}

function actionsOf({ asking, registers }: Context, row: AgreementRow): string[] {
  const agreement = { ...row, expiresOn: row.expires_on, current: { ...row.terms } };
  const actor = { viewer: asking.viewer, matrix: registers.authority, disputes: registers.labourDisputes, representation: registers.representation, on: asking.on, at: '' };
  return rules.actions.availableActions(agreement, actor, row.live);
}
