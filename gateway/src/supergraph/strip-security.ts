/**
 * The planner's copy of the supergraph: without the security directives, which its library refuses to load because it enforces none of
 * them. They are enforced from the full text (gateway/src/authorization) and again by the services (architecture, decision 9).
 */
import { print, visit, type DocumentNode } from 'graphql';
import { argumentOf, ENFORCED } from '../authorization/security-features.js';

const FEATURE = new RegExp(`/(?:${ENFORCED.join('|')})/v[\\d.]+$`);
const OWN_TYPE = new RegExp(`^(?:${ENFORCED.join('|')})__`);

/** Of a supergraph that was checked for directives under other names. */
export function withoutSecurity(supergraph: DocumentNode): string {
  const copy = visit(supergraph, {
    Directive: (directive) => {
      const { value } = directive.name;
      const links = value === 'link' && FEATURE.test(String(argumentOf(directive, 'url')));
      return links || ENFORCED.includes(value) ? null : undefined;
    },
    DirectiveDefinition: ({ name }) => (ENFORCED.includes(name.value) ? null : undefined),
    ScalarTypeDefinition: ({ name }) => (OWN_TYPE.test(name.value) ? null : undefined),
  });
  return `${print(copy)}\n`;
}
