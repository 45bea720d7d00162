/** A small federation for the tests of the rules: a directory, two companies with one contract, and one public operation. */
import { parse } from 'graphql';
import { compose } from './composing.js';
import type { CheckInput } from './rule.js';
import type { Subgraph } from './subgraphs.js';

export const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@interfaceObject", "@tag", "@authenticated", "@requiresScopes", "@policy", "@cost", "@listSize"])\n';

export const directory = `${LINK}
type Query { places: [Workplace]  place(id: ID!): Workplace }
interface Workplace { id: ID! }
type LeidenWorkplace implements Workplace @key(fields: "id") { id: ID! }
type WassenaarWorkplace implements Workplace @key(fields: "id") { id: ID! }
`;

export const company = (prefix: string): string => `${LINK}
interface Workplace { id: ID!  title(filter: TitleFilter, first: Int = 25): String }
input TitleFilter { status: WorkplaceStatus  city: String }
enum WorkplaceStatus { OPEN TAKEN }
type Employer @shareable { id: ID!  name: String! }
type ${prefix}Workplace implements Workplace @key(fields: "id") { id: ID!  title(filter: TitleFilter, first: Int = 25): String  employer: Employer }
`;

export const OPERATION = 'query Places { places { id title } }';

export function inputOf(changed: Readonly<Record<string, string>> = {}): CheckInput {
  const sdl = { reintegration: directory, 'sw-leiden': company('Leiden'), 'sw-wassenaar': company('Wassenaar'), ...changed };
  const subgraphs: Subgraph[] = Object.entries(sdl).map(([name, text]) => ({ name, sdl: text }));
  return { ...inputWithoutComposition(subgraphs), ...compose(subgraphs) };
}

/** For faults that already make composition fail. */
export function inputWithoutComposition(subgraphs: readonly Subgraph[]): CheckInput {
  return {
    subgraphs,
    supergraphSdl: '',
    hints: [],
    filesHere: new Map(),
    lastSupergraphSdl: null,
    subscriptions: null,
    companyCodes: ['leiden', 'wassenaar'],
    groups: new Set(['people', 'names']),
    operations: new Map([['places.graphql', parse(OPERATION)]]),
  };
}
