/** Which subgraphs a supergraph names, and where it says that they answer (the join specification: `enum join__Graph`). */
import { Kind, type ConstDirectiveNode, type DocumentNode } from 'graphql';

export interface NamedSubgraph {
  readonly name: string;
  /** Absent where the deployment says it. */
  readonly url: string | undefined;
}

export function subgraphsIn(supergraph: DocumentNode): readonly NamedSubgraph[] {
  const list = supergraph.definitions.find((one) => one.kind === Kind.ENUM_TYPE_DEFINITION && one.name.value === 'join__Graph');
  if (list?.kind !== Kind.ENUM_TYPE_DEFINITION) throw new TypeError('the supergraph names no subgraphs');
  return (list.values ?? []).flatMap(({ directives }) => {
    const graph = directives?.find(({ name }) => name.value === 'join__graph');
    const name = graph && textIn(graph, 'name');
    return graph && name !== undefined ? [{ name, url: textIn(graph, 'url') || undefined }] : [];
  });
}

function textIn(directive: ConstDirectiveNode, argument: string): string | undefined {
  const value = directive.arguments?.find(({ name }) => name.value === argument)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}
