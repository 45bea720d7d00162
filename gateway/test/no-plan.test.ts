/** A question that fits the schema and to which no way leads: whoever asks it is told so in a sentence. */
import { composeServices } from '@apollo/composition';
import { afterEach, describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { GatewayKit } from './gateway-kit.js';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@interfaceObject"])\n';
const PARTS = {
  reintegration: 'type Query { seen: Thing } interface Thing @key(fields: "id") { id: ID! }',
  'sw-leiden': 'type Query { heard: Thing } type Thing @key(fields: "id", resolvable: false) @interfaceObject { id: ID! sound: String }',
};

function supergraph(urls: Readonly<Record<string, string>>): string {
  const services = Object.entries(PARTS).map(([name, sdl]) => ({ name, url: urls[name] ?? '', typeDefs: parse(LINK + sdl) }));
  return composeServices(services).supergraphSdl ?? '';
}

let kit: GatewayKit | null = null;
afterEach(async () => {
  await kit?.stop();
  kit = null;
});

describe('a question to which no way leads', () => {
  it.each([
    ['plain', 'INTERNAL_SERVER_ERROR', 'No query plan: the subgraphs offer no way to this answer. Ask for less at once.'],
    ['schakel', 'INTERNAL', 'Voor deze vraag is geen weg naar het antwoord gevonden. Vraag minder tegelijk, of meld het nummer van dit verzoek aan de beheerder.'],
  ] as const)('is refused with a sentence, in the %s profile', async (profile, code, message) => {
    kit = await GatewayKit.start(profile, { SCHAKEL_ENGINE: 'compiled' }, null, supergraph);
    const { json } = await kit.ask({ query: '{ seen { sound } }' });
    expect(json.data ?? null).toBeNull();
    expect(json.errors).toEqual([{ message, extensions: { code, requestId: expect.any(String) } }]);
    expect(kit.stubs.reintegration.asked).toEqual([]);
  });
});
