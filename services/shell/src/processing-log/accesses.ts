/**
 * Who looked at one person, out of this body's own access audit, newest first (AVG art. 15 and 39). Guarantees: only the person himself, and the privacy
 * officer of this body for this body's entries, ever get an answer, and only through another body's question on their behalf.
 */
import { badInput, forbidden } from '#kernel/faults.js';
import { hasRole } from '#kernel/viewer.js';
import { pageRequest } from '../pagination.js';
import { underDoor } from '../row-security/under-door.js';
import type { ShellRequest } from '../service-definition.js';

/** Codes of the register of activities: a look into one's own data, and supervision. */
const OWN_DATA = 'inzage';
const SUPERVISION = 'toezicht';

export interface Access {
  readonly id: string;
  /** Microseconds since 1970. */
  readonly at: string;
  readonly actor: string;
  readonly body: string;
  readonly roles: readonly string[];
  readonly activity: string;
  readonly action: string;
  readonly result: string;
}

/** At most one row more than was asked, which only says that there are more; `total`: all that this service holds. */
export interface Accesses {
  readonly rows: readonly Access[];
  readonly total: number;
}

export interface AccessPage {
  readonly first?: number | null;
  readonly after?: string | null;
}

/** The order of all entries of all services is one: moment, service, number; the newest first. */
export const ACCESS_KEY_PARTS = 3;

type Asker = Pick<ShellRequest, 'viewer'>;

/** True for a person's own log. */
export function isOwnLog({ viewer }: Asker, person: string): boolean {
  return hasRole(viewer, 'WORKER') && viewer.purpose === OWN_DATA && viewer.subject === person;
}

export function isSupervision({ viewer }: Asker): boolean {
  return hasRole(viewer, 'PRIVACY_OFFICER') && viewer.purpose === SUPERVISION;
}

export async function accessesOf(request: Pick<ShellRequest, 'viewer' | 'session'>, person: string, page: AccessPage): Promise<Accesses> {
  const { session } = request;
  if (!session.log) throw new Error('a session without a log shows none');
  const { service, body } = session.log;
  if (!isOwnLog(request, person) && !(isSupervision(request) && request.viewer.body === body)) throw forbidden();
  const { first, after } = pageRequest(page, ACCESS_KEY_PARTS);
  const [sql, parameters] = after ? before(after, service) : ['true', []];
  const object = session.log.pseudonym(person);
  const rows = await session.read((manager) =>
    underDoor(manager, 'system', () => manager.query<Access[]>(
      `select id::text as id, trunc(extract(epoch from at) * 1000000)::text as at, actor, body, roles, activity, action, result
       from access_log where object = $1 and ${sql} order by at desc, id desc limit ${first + 1}`,
      [object, ...parameters],
    )),
  );
  const total = await countOf(session, object);
  if (total > 0) session.processed([person]);
  return { rows, total };
}

async function countOf(session: ShellRequest['session'], object: string): Promise<number> {
  const [counted] = await session.read((manager) =>
    underDoor(manager, 'system', () => manager.query<{ total: number }[]>('select count(*)::int as total from access_log where object = $1', [object])),
  );
  return counted?.total ?? 0;
}

const MOMENT = `timestamptz 'epoch' + $2::bigint * interval '1 microsecond'`;

/** Entries after this position in the order of all services, of this one. */
function before([at = '', service = '', id = '']: readonly string[], own: string): [string, string[]] {
  if (!/^\d{1,17}$/.test(at) || !/^\d{1,18}$/.test(id)) throw badInput('Deze after is geen cursor van deze lijst.');
  if (own === service) return [`(at, id) < (${MOMENT}, $3::bigint)`, [at, id]];
  return [own < service ? `at <= ${MOMENT}` : `at < ${MOMENT}`, [at]];
}
