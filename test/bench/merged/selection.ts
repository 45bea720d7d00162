/** Which fields a question asks below a root field, as dotted paths, so that nothing is read that nobody asked. Kept per node of the parsed document. */
import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

const known = new WeakMap<FieldNode, ReadonlySet<string>>();

export function selected(info: GraphQLResolveInfo): ReadonlySet<string> {
  const [node] = info.fieldNodes;
  if (!node) return new Set();
  const found = known.get(node) ?? new Set(pathsOf(node.selectionSet, '', info));
  known.set(node, found);
  return found;
}

function pathsOf(selection: SelectionSetNode | undefined, prefix: string, info: Pick<GraphQLResolveInfo, 'fragments'>): string[] {
  return (selection?.selections ?? []).flatMap((one) => {
    if (one.kind === Kind.FIELD) return [`${prefix}${one.name.value}`, ...pathsOf(one.selectionSet, `${prefix}${one.name.value}.`, info)];
    const inner = one.kind === Kind.INLINE_FRAGMENT ? one.selectionSet : info.fragments[one.name.value]?.selectionSet;
    return pathsOf(inner, prefix, info);
  });
}
