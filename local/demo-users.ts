/** The demo users of the development issuer: one for every role, with the body they work for and the purpose they usually name. */
import type { Role } from '#kernel/viewer.js';
import { pseudonymOf } from '#kernel/pseudonym.js';
import { DEVELOPMENT_FEDERATION_KEY } from './development-keys.js';
import { demoWorker } from './population/fixed-people.js';

export interface DemoUser {
  /** What you type after `npm run token --`. */
  readonly user: string;
  /** Shown on the login page, so in Dutch. */
  readonly name: string;
  readonly body: string;
  readonly roles: readonly Role[];
  /** Code of the purpose (doelbinding) that this user names by default. */
  readonly purpose: string;
  /** The token's `sub`; a worker is known by his own person id. */
  readonly subject: string;
}

function user(name: string, title: string, body: string, role: Role, purpose: string, subject = name): DemoUser {
  return { user: name, name: title, body, roles: [role], purpose, subject };
}

const workerId = pseudonymOf(Buffer.from(DEVELOPMENT_FEDERATION_KEY, 'base64url'), demoWorker.bsn);

export const DEMO_USERS: readonly DemoUser[] = [
  user('case-worker', 'Consulent, dienst Werk en Inkomen', 'werk-en-inkomen', 'CASE_WORKER', 'wsw'),
  user('placement-zoetermeer-rijswijk', 'Detacheerder, sw-bedrijf Zoetermeer-Rijswijk', 'sw-zoetermeer-rijswijk', 'PLACEMENT_OFFICER', 'wsw'),
  user('placement-leiden', 'Detacheerder, sw-bedrijf Leiden', 'sw-leiden', 'PLACEMENT_OFFICER', 'wsw'),
  user('placement-wassenaar', 'Detacheerder, GR Kust-, Duin- en Bollenstreek', 'sw-wassenaar', 'PLACEMENT_OFFICER', 'wsw'),
  user('analyst', 'Onderzoeker, dienst Werk en Inkomen', 'werk-en-inkomen', 'ANALYST', 'statistiek'),
  user('policy-officer', 'Beleidsmedewerker, dienst Werk en Inkomen', 'werk-en-inkomen', 'POLICY_OFFICER', 'beleid'),
  user('privacy-officer', 'Functionaris gegevensbescherming, dienst Werk en Inkomen', 'werk-en-inkomen', 'PRIVACY_OFFICER', 'toezicht'),
  user('council-member', 'Raadslid, gemeente Voorschoten', 'gm-0626', 'COUNCIL_MEMBER', 'beleid'),
  user('participation-council', 'Lid van de cliëntenraad, dienst Werk en Inkomen', 'werk-en-inkomen', 'PARTICIPATION_COUNCIL', 'beleid'),
  user('wijkteam', 'Medewerker wijkteam, gemeente Voorschoten', 'gm-0626', 'WIJKTEAM', 'schuldhulp'),
  user('worker', 'Werknemer met een Wsw-indicatie, inwoner van Voorschoten', 'gm-0626', 'WORKER', 'inzage', workerId),
  user('operator', 'Beheerder, dienst Werk en Inkomen', 'werk-en-inkomen', 'OPERATOR', 'beheer'),
];

export function demoUserNamed(name: string): DemoUser | undefined {
  return DEMO_USERS.find((one) => one.user === name);
}

export function demoUserWithSubject(subject: string): DemoUser | undefined {
  return DEMO_USERS.find((one) => one.subject === subject);
}
