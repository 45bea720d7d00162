/** Where Apollo's planner is wrong or finds no way: `auto` must be right. Data written by hand; planners that are right are named. */
import { describe, expect, it } from '@jest/globals';
import { PLANNERS, type PlannerName } from './compiled.js';
import { HandWritten, type Resolvers } from './hand-written.js';

const ids = (reference: object): unknown => reference;
const entity = (fields: Resolvers[string] = {}): Resolvers[string] => ({ __resolveReference: ids, ...fields });

/** Who is not named is known to be wrong here; when that changes, its rule can go. */
async function expectRightFor(planners: readonly PlannerName[], graph: HandWritten, question: string, data: unknown): Promise<void> {
  const said: { readonly who: PlannerName; readonly said: unknown }[] = [];
  // One after the other: each loads its planner, and modules that are loaded twice at once are a riddle to the test runner.
  for (const who of PLANNERS) said.push({ who, said: await graph.ask(who, question).catch(() => 'refused') });
  const right = said.filter((one) => JSON.stringify(one.said) === JSON.stringify({ data, errors: [] }));
  expect(right.map(({ who }) => who).toSorted()).toEqual(planners.toSorted());
}

describe('planners differ, and the choice between them is right', () => {
  const rates = new HandWritten({
    meters: {
      sdl: 'type Query { home: Home } type Home @key(fields: "id") { id: ID! used(month: Int!): Int! }',
      resolvers: { Query: { home: () => ({ id: 'h' }) }, Home: entity({ used: (_home: never, { month }: { month: number }) => month * 100 }) },
    },
    bills: {
      sdl: 'type Home @key(fields: "id") { id: ID! used(month: Int!): Int! @external winter: Int! @requires(fields: "used(month: 1)") summer: Int! @requires(fields: "used(month: 7)") }',
      resolvers: { Home: entity({ winter: ({ used }: { used: number }) => used + 1, summer: ({ used }: { used: number }) => used + 2 }) },
    },
    advice: {
      sdl: 'type Home @key(fields: "id") { id: ID! winter: Int! @external summer: Int! @external swing: Int! @requires(fields: "winter summer") }',
      resolvers: { Home: entity({ swing: ({ winter, summer }: { winter: number; summer: number }) => summer - winter }) },
    },
  });

  it('two @requires of one field with other arguments', async () => {
    await expectRightFor(['auto', 'hive'], rates, '{ home { winter summer } }', { home: { winter: 101, summer: 702 } });
  });

  it('a field that needs two such fields, without their being named', async () => {
    await expectRightFor(['auto', 'hive'], rates, '{ home { swing } }', { home: { swing: 601 } });
  });

  it('a @requires in a subgraph whose first key leads nowhere', async () => {
    const graph = new HandWritten({
      names: { sdl: 'type Dog @key(fields: "chip") { chip: ID! name: String! }', resolvers: { Dog: entity({ name: ({ chip }: { chip: string }) => `dog ${chip}` }) } },
      shows: {
        sdl: 'type Query { best: Dog } type Dog @key(fields: "ring { row }", resolvable: false) @key(fields: "chip ring { seat }") { chip: ID! ring: Ring! name: String! @external called: String! @requires(fields: "name") } type Ring { row: Int! seat: Int! }',
        resolvers: { Query: { best: () => ({ chip: 'c', ring: { row: 1, seat: 2 } }) }, Dog: entity({ called: ({ name, ring }: { name: string; ring: { seat?: number } }) => `${name} on ${String(ring.seat)}` }) },
      },
    });
    await expectRightFor(['auto', 'hive'], graph, '{ best { called } }', { best: { called: 'dog c on 2' } });
  });

  it('objects in lists of lists are all asked about, with either planner', async () => {
    const graph = new HandWritten({
      halls: { sdl: 'type Query { rows: [[Seat]] } type Seat @key(fields: "id") { id: ID! }', resolvers: { Query: { rows: () => [[{ id: 'a' }, null], [], [{ id: 'b' }, { id: 'a' }]] } } },
      tickets: { sdl: 'type Seat @key(fields: "id") { id: ID! price: Int! }', resolvers: { Seat: entity({ price: ({ id }: { id: string }) => (id === 'a' ? 7 : 9) }) } },
    });
    await expectRightFor(['auto', 'apollo', 'hive'], graph, '{ rows { price } }', { rows: [[{ price: 7 }, null], [], [{ price: 9 }, { price: 7 }]] });
  });

  it('a field to which no way leads is refused, not null', async () => {
    const graph = new HandWritten({
      a: { sdl: 'type Query { seen: Thing } interface Thing @key(fields: "id") { id: ID! }', resolvers: {} },
      b: { sdl: 'type Query { heard: Thing } type Thing @key(fields: "id", resolvable: false) @interfaceObject { id: ID! sound: String }', resolvers: { Query: { heard: () => ({ id: 's', sound: 'none' }) }, Thing: entity() } },
    });
    await expect(graph.ask('auto', '{ seen { sound } }')).rejects.toThrow('No paths found');
    expect(await graph.ask('auto', '{ heard { sound } }')).toEqual({ data: { heard: { sound: 'none' } }, errors: [] });
  });
});
