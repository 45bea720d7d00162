/** What the subgraphs together ask of who reads a field: its own directives and those of what it answers with. */
import { Kind } from 'graphql';
import { definitionsOf, nameOf } from './normal-form.js';
import { coordinatesOf, namedTypeOf, securityOf, type Coordinate } from './protection.js';
import type { Subgraph } from './subgraphs.js';

export class Asked {
  private readonly ofTypes = new Map<string, readonly string[]>();
  /** What an interface or union can be. */
  private readonly possible = new Map<string, readonly string[]>();

  constructor(subgraphs: readonly Subgraph[]) {
    for (const one of subgraphs.flatMap(coordinatesOf)) if (one.name === one.type) this.add(this.ofTypes, one.type, securityOf(one.directives));
    for (const definition of subgraphs.flatMap(({ sdl }) => definitionsOf(sdl))) {
      const name = nameOf(definition);
      if (definition.kind === Kind.UNION_TYPE_DEFINITION) this.add(this.possible, name, (definition.types ?? []).map((type) => type.name.value));
      if (definition.kind === Kind.OBJECT_TYPE_DEFINITION) for (const one of definition.interfaces ?? []) this.add(this.possible, one.name.value, [name]);
    }
  }

  ofType(type: string): readonly string[] {
    return this.ofTypes.get(type) ?? [];
  }

  /** Without what the type asks that it stands on. */
  ofField({ directives, field }: Coordinate): readonly string[] {
    const answered = field ? namedTypeOf(field.type) : '';
    return [...securityOf(directives), ...[answered, ...(this.possible.get(answered) ?? [])].flatMap((type) => this.ofType(type))];
  }

  private add(map: Map<string, readonly string[]>, key: string, values: readonly string[]): void {
    map.set(key, [...new Set([...(map.get(key) ?? []), ...values])]);
  }
}
