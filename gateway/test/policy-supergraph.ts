/** A federation in small whose fields say who may read them: a directory with persons, and two companies. */
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@policy", "@requiresScopes", "@tag"])\n';

const DIRECTORY = `${LINK}
type Query {
  hello: String!
  person(id: ID!): Person @policy(policies: [["persons"]])
  persons(owing: Int @tag(name: "filters/Person/debts")): [Person!]! @policy(policies: [["persons"]])
  workers(first: Int): [SwEmployment]
  companies: [Company]
  agreement(id: ID!): Agreement @policy(policies: [["agreements"]])
  figures: Int! @requiresScopes(scopes: [["statistics:read"]])
}
type Mutation {
  bump(by: Int): Int
  hire(person: ID!): Person @requiresScopes(scopes: [["agreements:write"]]) @policy(policies: [["negotiation"]])
}
type Person @policy(policies: [["persons"]]) { id: ID!  name: String  debts: Int @policy(policies: [["debts"]])  owes: Boolean! @policy(policies: [["debts"]]) }
type Agreement @policy(policies: [["agreements"]]) { id: ID!  version: Int }
interface SwEmployment { id: ID! }
interface Company { id: ID! }
type LeidenCompany implements Company @key(fields: "id") { id: ID! }
type WassenaarCompany implements Company @key(fields: "id") { id: ID! }
type LeidenSwEmployment implements SwEmployment @key(fields: "id") @policy(policies: [["employments"]]) { id: ID! }
type WassenaarSwEmployment implements SwEmployment @key(fields: "id") @policy(policies: [["employments"]]) { id: ID! }
`;

const company = (prefix: string): string => `${LINK}
interface SwEmployment { id: ID!  workerName: String }
interface Company { id: ID!  roster: Roster }
interface Roster { total: Int! }
type ${prefix}Company implements Company @key(fields: "id") { id: ID!  roster: ${prefix}Roster }
type ${prefix}Roster implements Roster { total: Int! }
type ${prefix}SwEmployment implements SwEmployment @key(fields: "id") @policy(policies: [["employments"]]) { id: ID!  workerName: String @policy(policies: [["names"]]) }
`;

export function policySupergraph(urls: Readonly<Record<string, string>>): string {
  const sdl = { reintegration: DIRECTORY, 'sw-leiden': company('Leiden'), 'sw-wassenaar': company('Wassenaar') };
  const { supergraphSdl, errors } = composeServices(Object.entries(sdl).map(([name, text]) => ({ name, url: urls[name] ?? `http://${name}/graphql`, typeDefs: parse(text) })));
  if (!supergraphSdl) throw new Error(errors?.map(String).join('\n'));
  return supergraphSdl;
}
