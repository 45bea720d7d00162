/**
 * Which fields are planned under a key of their own (see response-keys): every field that can have arguments, and every field under another name, because
 * the planner may need the field that has that name, one that clients do not see included. What GraphQL merges keeps one key.
 */
import { Kind, print, visit, type ArgumentNode, type FieldNode, type GraphQLField } from 'graphql';
import { looksMarked, markedKey } from '../response-keys.js';

export class Marks {
  private readonly keys = new Map<string, string>();
  private readonly counts = new Map<string, number>();

  /** The key under which the field is planned: the client's own where nothing can be mistaken for it. */
  keyOf(node: FieldNode, definition: GraphQLField<unknown, unknown>): string {
    const { alias, name, arguments: given = [] } = node;
    const key = (alias ?? name).value;
    if (key === name.value && definition.args.length === 0 && !looksMarked(key)) return key;
    return this.marked(key, `${key} ${name.value} ${sameText(given)}`);
  }

  private marked(key: string, asked: string): string {
    const known = this.keys.get(asked);
    if (known !== undefined) return known;
    const count = this.counts.get(key) ?? 0;
    this.counts.set(key, count + 1);
    const marked = markedKey(key, count);
    this.keys.set(asked, marked);
    return marked;
  }
}

/** One text for arguments that GraphQL takes for the same: their order does not count. */
function sameText(given: readonly ArgumentNode[]): string {
  return byName(given)
    .map((argument) => print(visit(argument, { [Kind.OBJECT]: { leave: (object) => ({ ...object, fields: byName(object.fields) }) } })))
    .join(' ');
}

function byName<T extends { readonly name: { readonly value: string } }>(nodes: readonly T[]): T[] {
  return nodes.toSorted((a, b) => (a.name.value < b.name.value ? -1 : 1));
}
