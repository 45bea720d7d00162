/**
 * The federation as it would be with more companies: the same contract, other names. A company joins by one more subgraph
 * of the common shape and one more set of stub types in the directory, so both are copied from a company that is there.
 */
import { Kind, parse, print } from 'graphql';
import { typeName } from '#kernel/ids.js';
import { definitionsOf, nameOf, renameAll } from './normal-form.js';
import type { Subgraph } from './subgraphs.js';

/** `subgraphs` plus generated companies until there are `count`; `codes` are the companies there are, the first is the pattern. */
export function withCompanies(subgraphs: readonly Subgraph[], codes: readonly string[], count: number): Subgraph[] {
  const [pattern] = codes;
  if (pattern === undefined) return [...subgraphs];
  const extra = Array.from({ length: Math.max(0, count - codes.length) }, (_, index) => `extra-${index + 1}`);
  const company = subgraphs.find(({ name }) => name === `sw-${pattern}`);
  const others = subgraphs.filter(({ name }) => !codes.some((code) => name === `sw-${code}`));
  const own = subgraphs.filter((subgraph) => !others.includes(subgraph));
  const copies = company ? extra.map((code) => ({ name: `sw-${code}`, sdl: renamed(company.sdl, pattern, code) })) : [];
  return [...others.map((subgraph) => withStubs(subgraph, pattern, extra)), ...own, ...copies];
}

/** In the directory only the pattern company's own types are repeated, under each new name. */
function withStubs(subgraph: Subgraph, pattern: string, extra: readonly string[]): Subgraph {
  const stubs = definitionsOf(subgraph.sdl).filter((definition) => nameOf(definition).startsWith(typeName(pattern, '')));
  if (stubs.length === 0) return subgraph;
  const source = print({ kind: Kind.DOCUMENT, definitions: stubs });
  return { name: subgraph.name, sdl: [subgraph.sdl, ...extra.map((code) => renamed(source, pattern, code))].join('\n') };
}

function renamed(sdl: string, from: string, to: string): string {
  const prefix = new RegExp(`^${typeName(from, '')}(?=[A-Z])`);
  return print(renameAll(parse(sdl), (name) => name.replace(prefix, typeName(to, ''))));
}
