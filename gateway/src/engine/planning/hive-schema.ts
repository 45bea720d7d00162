/**
 * The API schema as Hive's planner tells it, without what every schema has (introspection, standard scalars and directives) and without the types of the
 * supergraph's own machinery, some of which it leaves in.
 */
import { introspectionTypes, Kind, parse, print, specifiedDirectives, specifiedScalarTypes, visit, type ASTNode } from 'graphql';

const STANDARD = new Set([...specifiedScalarTypes, ...introspectionTypes].map(({ name }) => name));
const DIRECTIVES = new Set([...specifiedDirectives.map(({ name }) => name), 'oneOf']);
const MACHINERY = /^(?:__|join__|link__|core__)/;

export function withoutStandard(sdl: string): string {
  return print(visit(parse(sdl, { noLocation: true }), { enter: (node) => (isStandard(node) ? null : undefined) }));
}

function isStandard(node: ASTNode): boolean {
  switch (node.kind) {
    case Kind.DIRECTIVE_DEFINITION:
      return DIRECTIVES.has(node.name.value) || MACHINERY.test(node.name.value);
    case Kind.FIELD_DEFINITION:
    case Kind.SCALAR_TYPE_DEFINITION:
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
    case Kind.ENUM_TYPE_DEFINITION:
      return (node.kind !== Kind.FIELD_DEFINITION && STANDARD.has(node.name.value)) || MACHINERY.test(node.name.value);
    default:
      return false;
  }
}
