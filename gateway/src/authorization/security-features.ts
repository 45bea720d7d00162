/**
 * Guarantees that no security directive is overlooked: the supergraph is refused when it asks for protection that nobody here gives, or
 * gives one of ours under another name (a router that read only the usual names left such fields open: GHSA-g8jh-vg5j-4h3f).
 */
import { Kind, valueFromASTUntyped, visit, type DirectiveNode, type DocumentNode } from 'graphql';

/** What the planner does not know and we enforce ourselves. */
export const ENFORCED: readonly string[] = ['authenticated', 'requiresScopes', 'policy'];
/** Versions whose meaning we know. `inaccessible` is enforced by the planner's library, `tag` names the filters. */
const KNOWN: ReadonlySet<string> = new Set([...ENFORCED.map((name) => `${name}/v0.1`), 'inaccessible/v0.1', 'inaccessible/v0.2', 'tag/v0.1', 'tag/v0.2', 'tag/v0.3']);
const OUR_NAMES: readonly string[] = [...ENFORCED, 'inaccessible', 'tag'];
const APOLLO = 'https://specs.apollo.dev/';

interface Feature {
  readonly url: string;
  /** `policy` of `https://specs.apollo.dev/policy/v0.1`. */
  readonly name: string;
  readonly purpose: unknown;
  readonly as: unknown;
  readonly imports: readonly unknown[];
}

export class UnenforcedSecurity extends Error {
  constructor(why: string) {
    super(`the supergraph is refused: ${why}`);
    this.name = 'UnenforcedSecurity';
  }
}

/** Throws UnenforcedSecurity. */
export function refuseUnknownSecurity(supergraph: DocumentNode): void {
  const features = linksOf(supergraph).map(featureOf);
  for (const feature of features) refuseFeature(feature);
  refuseOtherNames(supergraph, new Set(features.map(({ name }) => name)));
}

/** The @link directives of the schema. */
export function linksOf(supergraph: DocumentNode): DirectiveNode[] {
  const schemas = supergraph.definitions.filter((one) => one.kind === Kind.SCHEMA_DEFINITION || one.kind === Kind.SCHEMA_EXTENSION);
  return schemas.flatMap(({ directives }) => directives ?? []).filter(({ name }) => name.value === 'link' || name.value === 'core');
}

export function argumentOf(directive: DirectiveNode, name: string): unknown {
  const argument = directive.arguments?.find((one) => one.name.value === name);
  return argument && valueFromASTUntyped(argument.value);
}

function featureOf(link: DirectiveNode): Feature {
  const url = String(argumentOf(link, 'url') ?? argumentOf(link, 'feature'));
  const imports = argumentOf(link, 'import');
  return { url, name: /([^/]+)\/v[\d.]+\/?$/.exec(url)?.[1] ?? url, purpose: argumentOf(link, 'for'), as: argumentOf(link, 'as'), imports: Array.isArray(imports) ? imports : [] };
}

function refuseFeature({ url, name, purpose, as, imports }: Feature): void {
  const isOurs = OUR_NAMES.includes(name);
  const known = url.startsWith(APOLLO) && KNOWN.has(url.slice(APOLLO.length));
  if ((purpose === 'SECURITY' || isOurs) && !known) throw new UnenforcedSecurity(`${url} is about security, and is not enforced here`);
  if (!isOurs) return;
  const renamed = imports.find((one) => typeof one !== 'string');
  if (renamed !== undefined || (as !== undefined && as !== name)) throw new UnenforcedSecurity(`@${name} has another name in it; let the subgraphs import it as @${name}`);
}

/** A directive that looks like ours and is not linked as ours: by definition, by use, or carried for a newer planner. */
function refuseOtherNames(supergraph: DocumentNode, linked: ReadonlySet<string>): void {
  const check = (name: string): void => {
    const ours = ENFORCED.find((one) => name === one || name.endsWith(`__${one}`));
    if (ours !== undefined && (name !== ours || !linked.has(ours))) throw new UnenforcedSecurity(`@${name} is in it, but not as @${ours} of ${APOLLO}${ours}`);
  };
  visit(supergraph, {
    DirectiveDefinition: ({ name }) => check(name.value),
    Directive: (directive) => {
      check(directive.name.value);
      const carried = directive.name.value === 'join__directive' ? argumentOf(directive, 'name') : null;
      if (ENFORCED.includes(String(carried))) throw new UnenforcedSecurity(`@${String(carried)} is carried in it for another planner`);
    },
  });
}
