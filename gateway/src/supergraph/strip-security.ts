/**
 * The planner refuses a supergraph whose features are marked as security, because it enforces none of them. The marks are
 * taken off the planner's copy; the subgraphs enforce the directives (architecture, decision 9).
 */
const MARK = /(@link\(url: "https:\/\/specs\.apollo\.dev\/(?:authenticated|requiresScopes|policy)\/v[\d.]+"[^)]*?), for: SECURITY\)/g;

export function withoutSecurityMarks(supergraphSdl: string): string {
  return supergraphSdl.replace(MARK, '$1)');
}
