/** How many selections an operation has, after its fragments are filled in: the rule of Apollo Server, for a front without it. */
import { GraphQLError, Kind, type DocumentNode, type SelectionSetNode, type ValidationRule } from 'graphql';

type Counts = Map<string, number>;

export function selectionBound(most: number): ValidationRule {
  return (context) => ({
    Document: {
      leave: (document) => {
        for (const { name, count } of operationsOf(document)) if (count > most) context.reportError(tooMany(name));
      },
    },
  });
}

function operationsOf(document: DocumentNode): { name: string | undefined; count: number }[] {
  const sets = new Map(document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one.selectionSet] as const] : [])));
  const counts: Counts = new Map();
  return document.definitions.flatMap((one) => (one.kind === Kind.OPERATION_DEFINITION ? [{ name: one.name?.value, count: countIn(one.selectionSet, sets, counts) }] : []));
}

/** Of a ring of fragments, which another rule refuses, the second turn counts nothing. */
function countIn({ selections }: SelectionSetNode, sets: ReadonlyMap<string, SelectionSetNode>, counts: Counts): number {
  return selections.reduce((sum, one) => {
    if (one.kind !== Kind.FRAGMENT_SPREAD) return sum + 1 + (one.selectionSet ? countIn(one.selectionSet, sets, counts) : 0);
    return sum + 1 + ofFragment(one.name.value, sets, counts);
  }, 0);
}

function ofFragment(name: string, sets: ReadonlyMap<string, SelectionSetNode>, counts: Counts): number {
  const known = counts.get(name);
  const set = sets.get(name);
  if (known !== undefined || !set) return known ?? 0;
  counts.set(name, 0);
  const count = countIn(set, sets, counts);
  counts.set(name, count);
  return count;
}

function tooMany(name: string | undefined): GraphQLError {
  const which = name === undefined ? 'Anonymous operation' : `Operation "${name}"`;
  return new GraphQLError(`${which} recursively requests too many selections.`, { extensions: { validationErrorCode: 'MAX_RECURSIVE_SELECTIONS_EXCEEDED' } });
}
