/** Makes a federation out of choices. Nearly all of them compose; those that do not are counted and thrown away. */
import { growField, type Grown } from './grow-field.js';
import { linkFields } from './grow-links.js';
import { growParts } from './grow-parts.js';
import type { EnumModel, FederationModel, FieldModel, InterfaceModel, ObjectModel } from './model.js';
import type { Tape } from './tape.js';

const KEYS = ['id', 'code', 'code part', 'ref { n }'];
const NAMES = ['alpha', 'beta', 'gamma', 'delta', 'omega'];

export function growFederation(tape: Tape): FederationModel {
  const subgraphs = 2 + tape.below(4);
  const grown: Grown = { subgraphs, entities: [], values: [], interfaces: [], unions: [], enums: growEnums(tape, subgraphs) };
  const mine = new Map<string, string[]>();
  growTypes(tape, grown, mine);
  growInterfaces(tape, grown, mine);
  growUnions(tape, grown);
  growFields(tape, grown);
  const queries = growRoots(tape, grown, 'q', 2 + tape.below(4), true);
  const mutations = growRoots(tape, grown, 'm', tape.below(4), false);
  growParts(tape, grown);
  linkFields(tape, grown);
  return {
    subgraphs,
    objects: [...grown.entities, ...grown.values],
    interfaces: grown.interfaces,
    unions: grown.unions,
    enums: grown.enums,
    queries,
    mutations,
  };
}

const numbers = (n: number): number[] => Array.from({ length: n }, (_, number) => number);

function growEnums(tape: Tape, subgraphs: number): EnumModel[] {
  const unknown = new Map(tape.oneIn(2) ? [[tape.below(subgraphs), 'SOUTH']] : []);
  return [
    { name: 'Color', values: ['RED', 'GREEN', 'BLUE'], unknown: new Map() },
    { name: 'Side', values: ['NORTH', 'SOUTH', 'EAST'], unknown },
  ];
}

function growTypes(tape: Tape, grown: Grown, mine: Map<string, string[]>): void {
  const all = numbers(grown.subgraphs);
  for (const n of numbers(1 + tape.below(3))) {
    const home = tape.below(grown.subgraphs);
    const kinds = ['id', ...KEYS.slice(1).filter(() => tape.oneIn(3))];
    const others = tape.someOf(all.filter((subgraph) => subgraph !== home));
    const keys = new Map([[home, kinds], ...others.map((other) => [other, tape.someOf(kinds)] as const)]);
    const interfaces: string[] = [];
    mine.set(`E${n}`, interfaces);
    grown.entities.push({ name: `E${n}`, keys, at: [...keys.keys()].toSorted((a, b) => a - b), fields: [], interfaces, unresolvable: new Set() });
  }
  for (const n of numbers(tape.below(3))) {
    const interfaces: string[] = [];
    mine.set(`V${n}`, interfaces);
    grown.values.push({ name: `V${n}`, keys: new Map(), at: tape.someOf(all), fields: [], interfaces, unresolvable: new Set() });
  }
}

function growInterfaces(tape: Tape, grown: Grown, mine: Map<string, string[]>): void {
  if (tape.oneIn(2)) growPlainInterface(tape, grown, mine);
  if (tape.oneIn(3)) growKeyedInterface(tape, grown, mine);
}

/** A subgraph that has it need not know all members. */
function growPlainInterface(tape: Tape, grown: Grown, mine: Map<string, string[]>): void {
  const at = tape.someOf(numbers(grown.subgraphs));
  const owners = [at, tape.someOf(at)];
  const members = [...grown.entities, ...grown.values.filter((value) => at.every((subgraph) => value.at.includes(subgraph)))].filter((type) => owners.every((owners) => owners.some((owner) => type.at.includes(owner))));
  if (members.length === 0) return;
  const fields = owners.map((owners, n) => growField(tape, grown, { name: n === 0 ? 'name' : 'label', owners, plain: false, composite: false }));
  grown.interfaces.push({ name: 'Named', at, members: members.map(({ name }) => name), fields, added: [] });
  for (const member of members) {
    mine.get(member.name)?.push('Named');
    member.fields.push(...fields.map((field) => ofMember(grown, field, member)));
  }
}

/** Owners that promise more than the interface stay those that know the member; a value type stands whole wherever it stands. */
function ofMember(grown: Grown, field: FieldModel, member: ObjectModel): FieldModel {
  const owners = member.keys.size === 0 ? member.at : field.owners.filter((owner) => member.at.includes(owner));
  const unknown = grown.enums.flatMap((choice) => owners.map((owner) => choice.unknown.get(owner)));
  return { ...field, owners, strict: [], external: new Set(), possible: field.possible.filter((value) => !unknown.includes(value)) };
}

function growKeyedInterface(tape: Tape, grown: Grown, mine: Map<string, string[]>): void {
  const home = tape.below(grown.subgraphs);
  const objectAt = (home + 1 + tape.below(grown.subgraphs - 1)) % grown.subgraphs;
  const members = grown.entities.filter(({ at, keys }) => !at.includes(objectAt) && keys.get(home)?.includes('id'));
  if (members.length === 0) return;
  const added: FieldModel[] = [];
  const keyed: InterfaceModel = { name: 'Keyed', at: [home], members: members.map(({ name }) => name), fields: [], objectAt, added };
  grown.interfaces.push(keyed);
  for (const name of ['extra', 'more'].slice(0, 1 + tape.below(2))) added.push(growField(tape, grown, { name, owners: [objectAt], composite: true }));
  for (const { name } of members) mine.get(name)?.push('Keyed');
}

function growUnions(tape: Tape, grown: Grown): void {
  if (!tape.oneIn(2)) return;
  const members = tape.someOf([...grown.entities, ...grown.values]);
  const at = numbers(grown.subgraphs).filter((subgraph) => members.some((member) => member.at.includes(subgraph)) && tape.below(3) > 0);
  if (at.length > 0) grown.unions.push({ name: 'Either', at, members: members.map(({ name }) => name) });
}

function growFields(tape: Tape, grown: Grown): void {
  for (const value of grown.values) {
    for (const name of ['size', ...NAMES.slice(0, tape.below(3))]) value.fields.push(growField(tape, grown, { name, owners: value.at, plain: !tape.oneIn(3), composite: true }));
  }
  for (const entity of grown.entities) {
    for (const name of NAMES.slice(0, 1 + tape.below(NAMES.length))) {
      const owner = tape.pick(entity.at);
      const second = tape.oneIn(4) ? tape.pick(entity.at) : owner;
      entity.fields.push(growField(tape, grown, { name, owners: second === owner ? [owner] : [owner, second], composite: true }));
    }
  }
}

function growRoots(tape: Tape, grown: Grown, prefix: string, count: number, shared: boolean): FieldModel[] {
  return numbers(count).map((n) => {
    const owner = n % grown.subgraphs;
    const second = shared && tape.oneIn(5) ? tape.below(grown.subgraphs) : owner;
    return growField(tape, grown, { name: `${prefix}${n}`, owners: second === owner ? [owner] : [owner, second], composite: true });
  });
}
