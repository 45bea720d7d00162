/** What each process of the stack is told. Pure: the settings and keys in, the environment of one process out. */
import { DEVELOPMENT_FEDERATION_KEY } from './development-keys.js';
import type { StackKeys } from './keys.js';
import type { DatabaseRole } from './postgres/passwords.js';
import { SERVICES, type Service } from './services.js';
import { baseUrl, businessDateFile, gatewayUrl, issuerPort, issuerUrl, metricsPort, type StackSettings } from './settings.js';

export type Environment = Readonly<Record<string, string>>;

/** Where `from` (a service, or `gateway`) finds the service `to`, which listens at `url`. */
export type Route = (from: string, to: string, url: string) => string;

export interface Shared {
  readonly settings: StackSettings;
  /** Leads the processes to each other by another way than straight; for tests that stand in between. */
  readonly route?: Route;
  readonly keys: StackKeys;
  readonly databaseUrl: (database: string, role: DatabaseRole) => string;
}

/** Tests and the story ask as a dozen users what a department asks in a week. */
const ONE_MACHINE_RATES: Environment = {
  SCHAKEL_REQUESTS_PER_USER: '1000000',
  SCHAKEL_REQUESTS_PER_BODY: '10000000',
  SCHAKEL_LOOK_UPS_PER_USER: '1000000',
  SCHAKEL_LOOK_UPS_PER_BODY: '10000000',
};

const addresses = ({ settings, route = (_from, _to, url) => url }: Shared, from: string): (readonly [string, string])[] =>
  SERVICES.map(({ name, portOffset }) => [name, route(from, name, baseUrl(settings, portOffset))]);
const list = (pairs: readonly (readonly [string, string])[]): string => pairs.map(([name, value]) => `${name}=${value}`).join(',');

/** Serving: the app role only. The federation key goes to `benefits` alone (`personByBsn`), the date to the coordinator alone. */
export function serveEnvironment(shared: Shared, service: Service): Environment {
  return {
    ...commonEnvironment(shared, service),
    ...(service.name === 'benefits' ? { SCHAKEL_FEDERATION_KEY: DEVELOPMENT_FEDERATION_KEY } : {}),
    ...(service.name === 'reintegration' ? businessDate(shared.settings) : {}),
  };
}

/** Importing: as serving, with the key that turns a number into a person id and the date of the announcements. */
export function importEnvironment(shared: Shared, service: Service): Environment {
  return { ...commonEnvironment(shared, service), ...businessDate(shared.settings), SCHAKEL_FEDERATION_KEY: DEVELOPMENT_FEDERATION_KEY };
}

/** Migrating: the only command that gets the owner role. */
export function migrateEnvironment({ settings, databaseUrl }: Shared, service: Service): Environment {
  return { SCHAKEL_DATABASE_OWNER_URL: databaseUrl(service.database, 'owner'), SCHAKEL_LOG_LEVEL: settings.logLevel };
}

export function gatewayEnvironment(shared: Shared): Environment {
  const { settings, keys } = shared;
  return {
    NODE_ENV: 'production',
    SCHAKEL_HOST: settings.host,
    SCHAKEL_PORT: String(settings.basePort),
    SCHAKEL_SUBGRAPHS: list(addresses(shared, 'gateway').map(([name, url]) => [name, `${url}/graphql`])),
    SCHAKEL_ENVELOPE_KEYS: list(Object.entries(keys.envelope)),
    SCHAKEL_ISSUER: issuerUrl(settings),
    SCHAKEL_ISSUER_PUBLIC_URL: issuerUrl(settings),
    SCHAKEL_JWKS_URL: `${issuerUrl(settings)}/jwks`,
    SCHAKEL_AUDIENCE: 'schakel',
    SCHAKEL_PLAYGROUND: settings.playground,
    SCHAKEL_OPERATIONS: settings.operations,
    ...ONE_MACHINE_RATES,
    SCHAKEL_METRICS_HOST: settings.host,
    SCHAKEL_METRICS_PORT: String(metricsPort(settings)),
    // Nobody stands in front of it who would have to see that it goes.
    SCHAKEL_DRAIN_MS: '0',
    SCHAKEL_LOG_LEVEL: settings.logLevel,
    ...businessDate(settings),
  };
}

export function issuerEnvironment(settings: StackSettings): Environment {
  return {
    SCHAKEL_HOST: settings.host,
    SCHAKEL_PORT: String(issuerPort(settings)),
    SCHAKEL_PAGE_ORIGINS: `${gatewayUrl(settings)},http://localhost:${settings.basePort}`,
  };
}

function commonEnvironment(shared: Shared, service: Service): Environment {
  const { settings, keys, databaseUrl } = shared;
  return {
    NODE_ENV: 'production',
    SCHAKEL_HOST: settings.host,
    SCHAKEL_PORT: String(settings.basePort + service.portOffset),
    SCHAKEL_DATABASE_URL: databaseUrl(service.database, 'app'),
    SCHAKEL_ENVELOPE_KEY: keys.envelope[service.name] ?? '',
    SCHAKEL_LOG_KEY: keys.log[service.name] ?? '',
    SCHAKEL_SERVICE_KEY_FILE: keys.serviceKeyFile(service.name),
    SCHAKEL_PARTY_KEYS_FILE: keys.partyKeysFile,
    SCHAKEL_PARTIES: list(addresses(shared, service.name)),
    SCHAKEL_LOG_LEVEL: settings.logLevel,
  };
}

function businessDate(settings: StackSettings): Environment {
  return { SCHAKEL_BUSINESS_DATE: `file:${businessDateFile(settings)}` };
}

/** Our own settings and Node's debugging switches stay with the runner; everything else (proxy, locale, certificates) passes. */
export function inherited(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('SCHAKEL_') && name !== 'NODE_OPTIONS'));
}
