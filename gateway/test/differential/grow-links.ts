/** What binds subgraphs to each other: @requires, @provides, @override. */
import { isKnownAt, type Grown } from './grow-field.js';
import type { FieldModel, ObjectModel } from './model.js';
import type { Tape } from './tape.js';

type Writable = { -readonly [K in keyof FieldModel]: FieldModel[K] };

export function linkFields(tape: Tape, grown: Grown): void {
  for (const entity of grown.entities) {
    entity.fields.forEach((field, n) => {
      if (field.owners.length !== 1 || isOfInterface(entity, grown, field)) return;
      if (tape.oneIn(3)) require(tape, grown, field, entity.fields.slice(0, n));
      else if (tape.oneIn(4)) provide(tape, grown, field);
      else if (tape.oneIn(5)) take(tape, grown, entity, field);
    });
  }
}

const isOfInterface = (entity: ObjectModel, grown: Grown, field: FieldModel): boolean =>
  grown.interfaces.some(({ name, fields }) => entity.interfaces.includes(name) && fields.some(({ name }) => name === field.name));

const named = (type: string): string => type.replaceAll(/[[\]!]/g, '');

function require(tape: Tape, grown: Grown, field: Writable, before: readonly FieldModel[]): void {
  const [owner] = field.owners;
  if (owner === undefined) return;
  const wanted = before.filter(({ owners, takenFrom, strict }) => !owners.includes(owner) && takenFrom !== owner && strict.length === 0);
  const texts = wanted.flatMap((want) => {
    const text = requiredText(tape, grown, want, owner);
    return text && tape.oneIn(2) ? [{ want, text }] : [];
  });
  const chosen = texts.slice(0, 2);
  if (chosen.length === 0) return;
  for (const { want } of chosen) want.external.add(owner);
  field.requires = chosen.map(({ text }) => text).join(' ');
  field.type = tape.pick(['String', 'Int', 'Int!', '[String!]']);
}

/** How a field is asked for in @requires; undefined where the subgraph does not know what it is about. */
function requiredText(tape: Tape, grown: Grown, want: FieldModel, owner: number): string | undefined {
  const type = named(want.type);
  const args = requiredArguments(tape, want);
  const value = grown.values.find(({ name }) => name === type);
  if (value) return value.at.includes(owner) && isPlain(value.fields[0]) ? `${want.name}${args} { ${value.fields[0].name} }` : undefined;
  const entity = grown.entities.find(({ name }) => name === type);
  if (entity) return entity.keys.get(owner)?.includes('id') ? `${want.name}${args} { id }` : undefined;
  return want.possible.length === 0 || grown.enums.some(({ name }) => name === type) ? `${want.name}${args}` : undefined;
}

const isPlain = (field: FieldModel | undefined): field is FieldModel => field !== undefined && field.args.length === 0 && field.possible.length === 0;

const LITERALS: Readonly<Record<string, readonly string[]>> = {
  Int: ['2', '7', 'null'],
  'Int!': ['1', '9'],
  'String!': ['"x"', '"a b"'],
  Color: ['GREEN', 'BLUE'],
  '[Int!]': ['[1, 2]', '[]'],
  Filter: ['{ a: 5 }', '{ b: ["q"] }'],
  '[Filter!]!': ['[{ a: 4 }]', '[]'],
};

function requiredArguments(tape: Tape, { args }: FieldModel): string {
  const given = args.filter(({ type, defaultValue }) => (type.endsWith('!') && defaultValue === undefined) || tape.oneIn(2));
  return given.length === 0 ? '' : `(${given.map(({ name, type }) => `${name}: ${tape.pick(LITERALS[type] ?? ['null'])}`).join(', ')})`;
}

function provide(tape: Tape, grown: Grown, field: Writable): void {
  const target = grown.entities.find(({ name }) => name === named(field.type));
  const [owner] = field.owners;
  if (!target || owner === undefined || !target.at.includes(owner)) return;
  const fit = target.fields.filter((field) => isScalarLike(field, grown) && field.strict.length === 0 && !field.requires && !field.owners.includes(owner) && field.takenFrom !== owner && !isOfInterface(target, grown, field));
  if (fit.length === 0) return;
  const provided = tape.pick(fit);
  provided.external.add(owner);
  field.provides = provided.name;
}

const isScalarLike = (field: FieldModel, grown: Grown): boolean => field.args.length === 0 && (field.possible.length === 0 || grown.enums.some(({ name }) => name === named(field.type)));

function take(tape: Tape, grown: Grown, entity: ObjectModel, field: Writable): void {
  const others = entity.at.filter((subgraph) => !field.owners.includes(subgraph) && !field.external.has(subgraph) && isKnownAt(grown, named(field.type), subgraph));
  if (others.length > 0) field.takenFrom = tape.pick(others);
}
