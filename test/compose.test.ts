/** docker-compose.yml against the settings that the programs really know: no misspelt variable, none missing, no secret written down. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { inRepository } from '../local/paths.js';
import { SERVICES } from '../local/services.js';

interface Container {
  readonly command?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly networks: readonly string[];
  readonly secrets?: readonly string[];
  readonly ports?: readonly string[];
}

interface Setting {
  readonly name: string;
  readonly required: boolean;
}

const text = readFileSync(inRepository('docker-compose.yml'), 'utf8');
const compose = parse(text, { merge: true }) as { services: Record<string, Container>; secrets: object; volumes: object };

function settingsOf(script: string, args: readonly string[]): Record<string, Setting[]> {
  return JSON.parse(execFileSync(process.execPath, [inRepository(script), ...args], { encoding: 'utf8' })) as Record<string, Setting[]>;
}

function faults(container: Container, settings: readonly Setting[]): string[] {
  const given = Object.keys(container.environment).filter((name) => name.startsWith('SCHAKEL_'));
  const unknown = given.filter((name) => !settings.some((setting) => setting.name === name)).map((name) => `${name} is unknown`);
  const missing = settings.filter(({ name, required }) => required && !given.includes(name)).map(({ name }) => `${name} is missing`);
  return [...unknown, ...missing];
}

describe('docker-compose.yml', () => {
  it.each(SERVICES.map(({ name }) => name))('gives %s, and its migration, exactly settings that it knows', (name) => {
    const settings = settingsOf(`dist/services/${name}/src/main.js`, ['settings']);
    expect(faults(compose.services[name]!, settings['serve']!)).toEqual([]);
    expect(faults(compose.services[`migrate-${name}`]!, settings['migrate']!)).toEqual([]);
  });

  it('gives the gateway exactly settings that it knows', () => {
    expect(faults(compose.services['gateway']!, settingsOf('dist/gateway/src/main.js', ['--settings'])['serve']!)).toEqual([]);
  });

  it('keeps every body\'s database to itself: no two services share a network with one', () => {
    for (const { name } of SERVICES) {
      const network = compose.services[`database-${name}`]!.networks;
      const reached = Object.entries(compose.services).filter(([, one]) => one.networks.some((mine) => network.includes(mine))).map(([other]) => other);
      expect(reached.sort()).toEqual([`database-${name}`, `migrate-${name}`, name].sort());
    }
  });

  it('gives the federation key to benefits alone', () => {
    expect(Object.keys(compose.services).filter((name) => 'SCHAKEL_FEDERATION_KEY' in (compose.services[name]!.environment ?? {}))).toEqual(['benefits']);
  });

  it('opens only the gateway and the sign-in page, and only to this machine', () => {
    const open = Object.entries(compose.services).filter(([, one]) => one.ports);
    expect(open.map(([name]) => name).sort()).toEqual(['gateway', 'keycloak']);
    expect(open.flatMap(([, one]) => one.ports).every((port) => port?.startsWith('127.0.0.1:'))).toBe(true);
  });

  it('writes down no secret', () => {
    const given = Object.values(compose.services).flatMap(({ environment }) => Object.entries(environment ?? {}));
    const secrets = given.filter(([name]) => /(PASSWORD|_KEYS?)$/.test(name) || /_DATABASE_(OWNER_)?URL$/.test(name));
    expect(secrets.length).toBeGreaterThan(20);
    expect(secrets.filter(([, value]) => !/\$\{[A-Z_]+(:\?[^}]*)?\}/.test(value))).toEqual([]);
  });
});
