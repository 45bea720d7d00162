/** The codes of the schema as the story says them in Dutch; a code without a word is shown as it is. */

const ROLES: Readonly<Record<string, string>> = {
  RESIDENCE_AUTHORITY: 'college van de woongemeente',
  FORMAL_EMPLOYER: 'formele werkgever',
  PLACING_COMPANY: 'plaatsend sw-bedrijf',
  RECEIVING_COMPANY: 'ontvangend sw-bedrijf',
  HIRER: 'inlener',
  SUPERVISING_ORGANISATION: 'begeleidende organisatie',
};

const STATES: Readonly<Record<string, string>> = {
  PROPOSED: 'voorgesteld',
  RESERVING: 'plek wordt vastgelegd',
  AGREED: 'akkoord',
  WORKER_INFORMED: 'besproken met de werknemer',
  WORKER_AGREED: 'akkoord van de werknemer',
  COMMITTING: 'wordt bevestigd',
  SIGNED: 'getekend',
  ACTIVE: 'loopt',
  SUSPENDED: 'onderbroken',
  ENDING: 'wordt beëindigd',
  ENDED: 'beëindigd',
  REJECTED: 'afgewezen door een partij',
  DECLINED: 'afgewezen door de werknemer',
  WITHDRAWN: 'ingetrokken',
  LAPSED: 'vervallen',
};

const ACTIONS: Readonly<Record<string, string>> = {
  COUNTER: 'tegenvoorstel doen',
  ACCEPT: 'tekenen',
  REJECT: 'afwijzen',
  WITHDRAW: 'intrekken',
  INFORM_WORKER: 'met de werknemer bespreken',
  RECORD_WORKER_DECISION: 'het besluit van de werknemer vastleggen',
  SUSPEND: 'onderbreken',
  RESUME: 'hervatten',
  AMEND: 'wijzigen',
  END: 'beëindigen',
};

const CATEGORIES: Readonly<Record<string, string>> = { MODERATE: 'matig', SEVERE: 'ernstig' };
const STATUSES: Readonly<Record<string, string>> = { OPEN: 'open', HELD: 'vastgehouden', TAKEN: 'bezet', CLOSED: 'gesloten' };

const wordIn = (words: Readonly<Record<string, string>>) => (code: string | null | undefined): string => words[code ?? ''] ?? code ?? 'onbekend';

export const roleWord = wordIn(ROLES);
export const stateWord = wordIn(STATES);
export const actionWord = wordIn(ACTIONS);
export const categoryWord = wordIn(CATEGORIES);
export const statusWord = wordIn(STATUSES);

export function counted(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}
