/** Writes each subgraph of a federation as SDL. */
import type { FederationModel, FieldModel, InterfaceModel, ObjectModel } from './model.js';

const HEAD = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@override", "@interfaceObject", "@inaccessible"])
scalar Json
input Filter { a: Int = 2 b: [String] }`;

export const nameOf = (subgraph: number): string => `s${subgraph}`;

export function printSubgraph(model: FederationModel, subgraph: number): string {
  const parts = [
    HEAD,
    ...model.enums.map(({ name, values, unknown }) => `enum ${name} { ${values.filter((value) => unknown.get(subgraph) !== value).join(' ')} }`),
    ...model.objects.filter(({ at }) => at.includes(subgraph)).map((object) => printObject(model, object, subgraph)),
    ...model.interfaces.flatMap((face) => printInterface(face, subgraph)),
    ...model.unions.filter(({ at }) => at.includes(subgraph)).map(({ name, members }) => `union ${name} = ${members.filter((member) => stands(model, member, subgraph)).join(' | ')}`),
    printRoot('Query', model.queries, subgraph),
    printRoot('Mutation', model.mutations, subgraph),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

const stands = (model: FederationModel, type: string, subgraph: number): boolean => model.objects.some(({ name, at }) => name === type && at.includes(subgraph));

function printObject(model: FederationModel, object: ObjectModel, subgraph: number): string {
  const keys = object.keys.get(subgraph) ?? [];
  const faces = model.interfaces.filter(({ name, at }) => object.interfaces.includes(name) && at.includes(subgraph)).map(({ name }) => name);
  const own = object.fields.flatMap((field) => printField(field, subgraph, object.keys.size === 0));
  const keyFields = [...new Set(keys.flatMap((key) => keyFieldsOf(key)))].map((name) => `${name}: ${keyType(object.name, name)}`);
  const marks = keys.map((key) => ` @key(fields: "${key}")`).join('');
  const body = `type ${object.name}${faces.length > 0 ? ` implements ${faces.join(' & ')}` : ''}${marks} {\n  ${[...keyFields, ...own].join('\n  ')}\n}`;
  return keys.some((key) => key.startsWith('ref')) ? `${body}\ntype ${object.name}Ref @shareable { n: ID! }` : body;
}

const keyFieldsOf = (key: string): string[] => (key.startsWith('ref') ? ['ref'] : key.split(' '));

function keyType(type: string, name: string): string {
  return { id: 'ID!', code: 'String!', part: 'Int!', ref: `${type}Ref!` }[name] ?? 'ID!';
}

function printInterface(face: InterfaceModel, subgraph: number): string[] {
  if (face.objectAt === subgraph) return [`type ${face.name} @key(fields: "id") @interfaceObject {\n  id: ID!\n  ${face.added.flatMap((field) => printField(field, subgraph, false)).join('\n  ')}\n}`];
  if (!face.at.includes(subgraph)) return [];
  const fields = face.fields.filter(({ owners }) => owners.includes(subgraph)).map((field) => `${field.name}${printArguments(field)}: ${field.type}`);
  const key = face.objectAt === undefined ? '' : ' @key(fields: "id")';
  return [`interface ${face.name}${key} {\n  ${[...(key ? ['id: ID!'] : []), ...fields].join('\n  ')}\n}`];
}

function printRoot(name: string, fields: readonly FieldModel[], subgraph: number): string {
  const own = fields.flatMap((field) => printField(field, subgraph, false));
  if (own.length === 0) return '';
  return `type ${name} {\n  ${own.join('\n  ')}\n}`;
}

function printField(field: FieldModel, subgraph: number, isValue: boolean): string[] {
  const plain = `${field.name}${printArguments(field)}: ${field.type}`;
  if (field.external.has(subgraph)) return [`${plain} @external`];
  if (field.takenFrom === subgraph) return [plain];
  if (!field.owners.includes(subgraph)) return [];
  const marks = [
    field.strict.includes(subgraph) ? '!' : '',
    isValue || field.owners.length > 1 || field.external.size > 0 ? ' @shareable' : '',
    field.requires ? ` @requires(fields: ${JSON.stringify(field.requires)})` : '',
    field.provides ? ` @provides(fields: "${field.provides}")` : '',
    field.takenFrom === undefined ? '' : ` @override(from: "${nameOf(field.takenFrom)}")`,
  ];
  return [`${plain}${marks.join('')}`];
}

function printArguments({ args }: FieldModel): string {
  if (args.length === 0) return '';
  return `(${args.map(({ name, type, defaultValue }) => `${name}: ${type}${defaultValue === undefined ? '' : ` = ${defaultValue}`}`).join(', ')})`;
}
