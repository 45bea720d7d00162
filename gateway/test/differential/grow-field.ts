/** Fields of any kind: scalars, enums, values, entities, interfaces and unions, under every nullability, with and without arguments. */
import type { ArgumentModel, EnumModel, FieldModel, InterfaceModel, ObjectModel, UnionModel } from './model.js';
import type { Tape } from './tape.js';

const SCALARS = ['Int', 'String', 'ID', 'Boolean', 'Float', 'Json'];
const WRAPS = ['T', 'T', 'T!', '[T]', '[T!]!', '[T]!', '[T!]', '[[T]]', '[[T!]!]!'];
const ARGUMENTS: readonly ArgumentModel[] = [
  { name: 'n', type: 'Int' },
  { name: 'n', type: 'Int', defaultValue: '3' },
  { name: 's', type: 'String!', defaultValue: '"é"' },
  { name: 'e', type: 'Color', defaultValue: 'RED' },
  { name: 'l', type: '[Int!]' },
  { name: 'i', type: 'Filter', defaultValue: '{ a: 1 }' },
  { name: 'i', type: '[Filter!]!' , defaultValue: '[]' },
  { name: 'must', type: 'Int!' },
];

/** What stands already, and where. */
export interface Grown {
  readonly subgraphs: number;
  readonly entities: ObjectModel[];
  readonly values: ObjectModel[];
  readonly interfaces: InterfaceModel[];
  readonly unions: UnionModel[];
  readonly enums: readonly EnumModel[];
}

export interface FieldWish {
  readonly name: string;
  readonly owners: readonly number[];
  /** Neither arguments nor other promises by subgraph. */
  readonly plain?: boolean;
  /** Interfaces, unions and entities may be taken. */
  readonly composite: boolean;
}

export function growField(tape: Tape, grown: Grown, wish: FieldWish): FieldModel {
  const { name, owners } = wish;
  const type = wish.composite && tape.oneIn(2) ? tape.pick(['Int', ...compositesAt(grown, owners)]) : tape.pick([...SCALARS, ...grown.enums.map(({ name }) => name)]);
  const wrapped = tape.pick(WRAPS).replace('T', type);
  const args = wish.plain || !tape.oneIn(3) ? [] : someArguments(tape);
  const strict = !wish.plain && owners.length > 1 && !wrapped.endsWith('!') && tape.oneIn(3) ? owners.slice(0, 1) : [];
  return { name, type: wrapped, args, owners, strict, external: new Set(), possible: possibleOf(grown, type, owners) };
}

function someArguments(tape: Tape): ArgumentModel[] {
  const first = tape.pick(ARGUMENTS);
  const second = tape.pick(ARGUMENTS);
  return second.name === first.name ? [first] : [first, second];
}

/** Types that all of these subgraphs know and that can have a value there. */
function compositesAt(grown: Grown, owners: readonly number[]): string[] {
  const names = [...grown.values, ...grown.entities, ...grown.interfaces, ...grown.unions].map(({ name }) => name);
  return names.filter((name) => owners.every((owner) => isKnownAt(grown, name, owner)) && possibleOf(grown, name, owners).length > 0);
}

export function isKnownAt(grown: Grown, name: string, subgraph: number): boolean {
  if (isLeaf(grown, name)) return true;
  const face = grown.interfaces.find((face) => face.name === name);
  if (face) return face.at.includes(subgraph) || face.objectAt === subgraph;
  return [...grown.values, ...grown.entities, ...grown.unions].some((type) => type.name === name && type.at.includes(subgraph));
}

function possibleOf(grown: Grown, type: string, owners: readonly number[]): string[] {
  const face = grown.interfaces.find(({ name }) => name === type);
  if (face?.objectAt !== undefined && owners.every((owner) => owner === face.objectAt)) return [...face.members];
  const members = face?.members ?? grown.unions.find(({ name }) => name === type)?.members;
  if (members) return members.filter((member) => owners.every((owner) => isKnownAt(grown, member, owner)));
  const choice = grown.enums.find(({ name }) => name === type);
  if (choice) return choice.values.filter((value) => owners.every((owner) => choice.unknown.get(owner) !== value));
  return SCALARS.includes(type) ? [] : [type];
}

const isLeaf = (grown: Grown, name: string): boolean => SCALARS.includes(name) || grown.enums.some((choice) => choice.name === name);
