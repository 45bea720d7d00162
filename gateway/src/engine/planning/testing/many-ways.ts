/** A supergraph with more ways to an answer than there is time to compare: every type of an interface has the same field in both subgraphs, of another shape. */
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])\n';
const SUBGRAPHS = ['one', 'two'];

/** `types`: each doubles the ways. `url`: where both subgraphs answer. */
export function manyWays(types: number, url: string = 'http://nowhere/graphql'): string {
  const names = Array.from({ length: types }, (_, at) => `T${at}`);
  const services = SUBGRAPHS.map((name, at) => ({ name, url, typeDefs: parse(subgraph(name, names, at === 0)) }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new Error(errors?.map(String).join('\n'));
  return supergraphSdl;
}

function subgraph(name: string, types: readonly string[], first: boolean): string {
  const items = types.map((type) => `type ${type} implements Item @key(fields: "id") { id: ID! value: Value @shareable ${name}${type}: Int }`);
  const query = first ? 'type Query { items: [Item!]! ping: Int }' : 'type Query { pong: Int }';
  return `${LINK} type Value @shareable { a: Int ${name}: Int } interface Item { id: ID! value: Value } ${query} ${items.join('\n')}`;
}

/** Asks the dear field so often under other names. */
export const bomb = (times: number): string => `{ ${Array.from({ length: times }, (_, at) => `a${at}: items { id value { a one two } }`).join(' ')} }`;
