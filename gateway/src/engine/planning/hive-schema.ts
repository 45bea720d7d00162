/** The API schema as Hive's planner tells it, without what every schema has: introspection, standard scalars and standard directives. */
import { Kind, parse, print, specifiedDirectives, specifiedScalarTypes, introspectionTypes, visit } from 'graphql';

const STANDARD = new Set([...specifiedScalarTypes, ...introspectionTypes].map(({ name }) => name));
const DIRECTIVES = new Set([...specifiedDirectives.map(({ name }) => name), 'oneOf']);

export function withoutStandard(sdl: string): string {
  const own = visit(parse(sdl, { noLocation: true }), {
    enter: (node) => {
      if (node.kind === Kind.DIRECTIVE_DEFINITION) return DIRECTIVES.has(node.name.value) ? null : undefined;
      const named = node.kind === Kind.FIELD_DEFINITION || node.kind === Kind.SCALAR_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.ENUM_TYPE_DEFINITION;
      return named && (STANDARD.has(node.name.value) || node.name.value.startsWith('__')) ? null : undefined;
    },
  });
  return print(own);
}
