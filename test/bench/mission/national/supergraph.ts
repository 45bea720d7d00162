/** The supergraph of a country: what the services print with the country's registers, composed once. Every added company has the schema of the one whose system it has, under its own names. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { typeName } from '#kernel/ids.js';
import { inherited } from '../../../../local/environment.js';
import { inRepository } from '../../../../local/paths.js';
import { addedCompanies, COUNTRY, MODEL, type Size } from './country.js';

const PILOT_SUBGRAPHS = ['benefits', 'sw-zoetermeer-rijswijk', 'sw-leiden', 'sw-wassenaar'];
const committed = (name: string): string => readFileSync(inRepository('schema', `${name}.graphql`), 'utf8');

/** Throws with the faults when it does not compose. */
export function countrySupergraph(registers: string, size: Size = COUNTRY): string {
  const model = committed(`sw-${MODEL}`);
  const subgraphs = [
    ...PILOT_SUBGRAPHS.map((name) => ({ name, sdl: committed(name) })),
    { name: 'reintegration', sdl: directorySdl(registers) },
    ...addedCompanies(size).map((code) => ({ name: `sw-${code}`, sdl: renamed(model, code) })),
  ];
  const composed = composeServices(subgraphs.map(({ name, sdl }) => ({ name, url: `http://${name}/graphql`, typeDefs: parse(sdl) })));
  if (composed.errors) throw new Error(composed.errors.map(({ message }) => message).join('\n'));
  return composed.supergraphSdl;
}

export function renamed(sdl: string, code: string): string {
  return sdl.replaceAll(new RegExp(`\\b${typeName(MODEL, '')}`, 'g'), typeName(code, ''));
}

function directorySdl(registers: string): string {
  const main = inRepository('dist', 'services', 'reintegration', 'src', 'main.js');
  return execFileSync(process.execPath, [main, 'schema'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, env: { ...inherited(process.env), SCHAKEL_REGISTERS_DIR: registers } });
}
