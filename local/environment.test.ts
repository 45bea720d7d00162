import { describe, expect, it } from '@jest/globals';
import { gatewayEnvironment, importEnvironment, inherited, migrateEnvironment, serveEnvironment, type Shared } from './environment.js';
import { serviceNamed, SERVICES } from './services.js';
import { readStackSettings } from './settings.js';

const shared: Shared = {
  settings: readStackSettings({ SCHAKEL_DATA_DIR: '/data' }),
  keys: {
    envelope: Object.fromEntries(SERVICES.map(({ name }) => [name, `envelope-of-${name}`])),
    log: Object.fromEntries(SERVICES.map(({ name }) => [name, `log-of-${name}`])),
    serviceKeyFile: (service) => `/data/keys/${service}.jwk.json`,
    partyKeysFile: '/data/keys/parties.jwks.json',
  },
  databaseUrl: (database, role) => `postgres://${database}_${role}`,
};
const leiden = serviceNamed('sw-leiden');

describe('the environment of a process', () => {
  it('gives a service its own keys and no others', () => {
    const text = JSON.stringify(serveEnvironment(shared, leiden));
    expect(text).toContain('envelope-of-sw-leiden');
    expect(text).toContain('log-of-sw-leiden');
    for (const other of SERVICES.filter(({ name }) => name !== 'sw-leiden')) {
      expect(text).not.toContain(`envelope-of-${other.name}`);
      expect(text).not.toContain(`log-of-${other.name}`);
      expect(text).not.toContain(`${other.database}_app`);
    }
  });

  it('gives the owner role to migrations only', () => {
    expect(JSON.stringify([serveEnvironment(shared, leiden), importEnvironment(shared, leiden)])).not.toContain('_owner');
    expect(migrateEnvironment(shared, leiden)).toMatchObject({ SCHAKEL_DATABASE_OWNER_URL: 'postgres://sw_leiden_owner' });
  });

  it('gives the federation key to benefits and to imports only', () => {
    const holders = SERVICES.filter((service) => 'SCHAKEL_FEDERATION_KEY' in serveEnvironment(shared, service));
    expect(holders.map(({ name }) => name)).toEqual(['benefits']);
    expect(importEnvironment(shared, leiden)).toHaveProperty('SCHAKEL_FEDERATION_KEY');
    expect(gatewayEnvironment(shared)).not.toHaveProperty('SCHAKEL_FEDERATION_KEY');
  });

  it('lets gateway and coordinator read the same business date, and nobody else while serving', () => {
    const date = 'file:/data/business-date';
    expect(gatewayEnvironment(shared)).toHaveProperty('SCHAKEL_BUSINESS_DATE', date);
    const readers = SERVICES.filter((service) => 'SCHAKEL_BUSINESS_DATE' in serveEnvironment(shared, service));
    expect(readers.map(({ name }) => name)).toEqual(['reintegration']);
  });

  it('names every subgraph to the gateway and every party to the services', () => {
    expect(gatewayEnvironment(shared)['SCHAKEL_SUBGRAPHS']).toContain('sw-wassenaar=http://127.0.0.1:4015/graphql');
    expect(serveEnvironment(shared, leiden)['SCHAKEL_PARTIES']).toContain('reintegration=http://127.0.0.1:4012');
  });

  it('leads gateway and services to each other by the way that is asked for', () => {
    const routed: Shared = { ...shared, route: (from, to, url) => `${url}/${from}-to-${to}` };
    expect(gatewayEnvironment(routed)['SCHAKEL_SUBGRAPHS']).toContain('sw-wassenaar=http://127.0.0.1:4015/gateway-to-sw-wassenaar/graphql');
    expect(serveEnvironment(routed, leiden)['SCHAKEL_PARTIES']).toContain('reintegration=http://127.0.0.1:4012/sw-leiden-to-reintegration');
  });

  it('keeps the settings of the runner to the runner', () => {
    expect(inherited({ PATH: '/bin', SCHAKEL_PORT: '4000', NODE_OPTIONS: '--inspect' })).toEqual({ PATH: '/bin' });
  });
});
