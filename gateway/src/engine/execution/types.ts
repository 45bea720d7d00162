/** Which types the supergraph has and which of them stand for others; of its whole text, so also those that clients do not see. */
import { Kind, type DefinitionNode, type DocumentNode } from 'graphql';

export class SupergraphTypes {
  /** Per type: itself and all that it stands for. */
  private readonly covered = new Map<string, ReadonlySet<string>>();

  constructor(supergraph: DocumentNode) {
    const covered = new Map<string, Set<string>>();
    for (const definition of supergraph.definitions) addNames(covered, definition);
    for (const definition of supergraph.definitions) addCovered(covered, definition);
    this.covered = covered;
  }

  /** An object or an interface by this name is one of `condition`. False for names that the supergraph does not have. */
  covers(condition: string, name: string): boolean {
    return this.covered.get(condition)?.has(name) ?? false;
  }

  /** A name that may stand in `__typename`. */
  isKnown(name: string): boolean {
    return this.covered.has(name);
  }

  /** Itself and what it stands for; nothing of a name that is not known. */
  namesOf(condition: string): ReadonlySet<string> {
    return this.covered.get(condition) ?? NONE;
  }
}

const NONE: ReadonlySet<string> = new Set();

function addNames(covered: Map<string, Set<string>>, definition: DefinitionNode): void {
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION && definition.kind !== Kind.UNION_TYPE_DEFINITION) return;
  covered.set(definition.name.value, new Set([definition.name.value]));
}

/** An interface names all interfaces that it implements, also those further up: no need to climb. */
function addCovered(covered: Map<string, Set<string>>, definition: DefinitionNode): void {
  if (definition.kind === Kind.UNION_TYPE_DEFINITION) for (const { name } of definition.types ?? []) covered.get(definition.name.value)?.add(name.value);
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) return;
  for (const { name } of definition.interfaces ?? []) covered.get(name.value)?.add(definition.name.value);
}
