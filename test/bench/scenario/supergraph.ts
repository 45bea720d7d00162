/** The scenario's supergraph: the committed text, how it is made, and a copy of it whose subgraphs stand at other addresses. */
import { readFileSync } from 'node:fs';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { inRepository } from '../../../local/paths.js';
import { schemaText, SUBGRAPHS, type SubgraphName } from './subgraphs.js';

export const SUPERGRAPH_FILE = inRepository('test', 'bench', 'scenario', 'supergraph.graphql');
/** Where the subgraphs listen unless told otherwise: this port and the three after it. */
export const FIRST_PORT = 5101;

export type Addresses = Readonly<Record<SubgraphName, string>>;

export function addressesFrom(firstPort: number): Addresses {
  const pairs = SUBGRAPHS.map((name, index) => [name, `http://127.0.0.1:${firstPort + index}/graphql`]);
  return Object.fromEntries(pairs) as Addresses;
}

/** Throws when the four do not compose. */
export function composeScenario(addresses: Addresses = addressesFrom(FIRST_PORT), changed: (sdl: string) => string = (sdl) => sdl): string {
  const services = SUBGRAPHS.map((name) => ({ name, url: addresses[name], typeDefs: parse(changed(schemaText(name))) }));
  const { supergraphSdl, errors } = composeServices(services);
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
  return `${supergraphSdl.trimEnd()}\n`;
}

export function committedSupergraph(): string {
  return readFileSync(SUPERGRAPH_FILE, 'utf8');
}

/** The committed text with other addresses. */
export function supergraphAt(addresses: Addresses): string {
  const usual = addressesFrom(FIRST_PORT);
  return SUBGRAPHS.reduce((text, name) => text.replaceAll(`"${usual[name]}"`, `"${addresses[name]}"`), committedSupergraph());
}
