/** The registers of a country: those of the pilot, with ninety companies and the municipalities of the runs beside them, for all of which the joint service acts. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRepository } from '../../../local/paths.js';
import { companies } from './country.js';

interface Partners {
  bodies: object[];
  parties: { service: string }[];
}

export function writeRegisters(folder: string, municipalities: readonly string[]): void {
  cpSync(inRepository('schema'), folder, { recursive: true });
  change<Partners>(folder, 'partners.json', ({ bodies, parties }) => ({
    bodies: [...bodies, ...companies().map((code, index) => body(`sw-${code}`, 'SW_COMPANY', 600_000 + index)), ...municipalities.map((code) => body(`gm-${code}`, 'MUNICIPALITY', Number(code)))],
    parties: [...parties.filter(({ service }) => !service.startsWith('sw-')), ...companies().map((code) => ({ service: `sw-${code}`, body: `sw-${code}`, company: { code, name: code } }))],
  }));
  change<object[]>(folder, 'authority.json', (lines) => [
    ...lines,
    ...municipalities.map((code) => ({ role: 'RESIDENCE_AUTHORITY', principal: `gm-${code}`, actingBody: 'werk-en-inkomen', basis: 'invented', from: '2012-01-01', until: null })),
  ]);
}

function body(id: string, kind: string, number: number): object {
  return { id, name: id, kind, oin: String(number).padStart(20, '0') };
}

function change<T>(folder: string, name: string, by: (content: T) => T): void {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(by(JSON.parse(readFileSync(file, 'utf8')) as T)));
}
