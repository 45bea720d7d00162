/**
 * The security directives are called by their own names and there is no other: a service and the gateway look for those, and what is
 * imported under another name, defined here or brought by another feature would protect nothing (GHSA-g8jh-vg5j-4h3f).
 */
import { Kind, print, visit, parse, type ConstDirectiveNode } from 'graphql';
import { definitionsOf } from '../normal-form.js';
import { SECURITY } from '../protection.js';
import type { Rule } from '../rule.js';
import type { Subgraph } from '../subgraphs.js';

const FEDERATION = /^https:\/\/specs\.apollo\.dev\/(federation|link)\/v/;
/** @inaccessible is enforced by the planner itself. */
const ENFORCED = new RegExp(`^https://specs\\.apollo\\.dev/((${SECURITY.join('|')})/v0\\.1|inaccessible/v0\\.2)$`);

export const plainSecurityDirectives: Rule = {
  name: 'plain-security-directives',
  check: ({ subgraphs, supergraphSdl }) => [...subgraphs.flatMap(inSubgraph), ...inSupergraph(supergraphSdl)],
};

function inSubgraph(subgraph: Subgraph): string[] {
  const links = linksOf(subgraph.sdl).flatMap((link) => {
    if (!FEDERATION.test(textOf(link, 'url'))) return [`links ${textOf(link, 'url')}, which nobody enforces`];
    return isRenaming(link) ? [`imports a directive under another name: ${print(link)}`] : [];
  });
  const used = new Set<string>();
  visit(parse(subgraph.sdl), { Directive: ({ name }) => void used.add(name.value) });
  const qualified = [...used].filter((name) => name.includes('__')).map((name) => `uses @${name}, which has a shorter name`);
  const defined = definitionsOf(subgraph.sdl).flatMap((one) => (one.kind === Kind.DIRECTIVE_DEFINITION ? [`defines @${one.name.value} itself`] : []));
  return [...links, ...qualified, ...defined].map((finding) => `${subgraph.name}: ${finding}`);
}

function inSupergraph(sdl: string): string[] {
  if (sdl === '') return [];
  const security = linksOf(sdl).filter((link) => textOf(link, 'for') === 'SECURITY');
  return security.filter((link) => !ENFORCED.test(textOf(link, 'url')) || isRenaming(link)).map((link) => `the supergraph has a security feature that nobody enforces: ${print(link)}`);
}

function linksOf(sdl: string): ConstDirectiveNode[] {
  return definitionsOf(sdl)
    .filter((one) => one.kind === Kind.SCHEMA_DEFINITION || one.kind === Kind.SCHEMA_EXTENSION)
    .flatMap(({ directives }) => (directives ?? []).filter(({ name }) => name.value === 'link'));
}

/** `as:` of the feature, or of one of its imports. */
function isRenaming(link: ConstDirectiveNode): boolean {
  const imports = link.arguments?.find(({ name }) => name.value === 'import')?.value;
  const renamed = imports?.kind === Kind.LIST && imports.values.some((one) => one.kind === Kind.OBJECT && one.fields.some(({ name }) => name.value === 'as'));
  return renamed || textOf(link, 'as') !== '';
}

function textOf(link: ConstDirectiveNode, argument: string): string {
  const value = link.arguments?.find(({ name }) => name.value === argument)?.value;
  return value && 'value' in value ? String(value.value) : '';
}
