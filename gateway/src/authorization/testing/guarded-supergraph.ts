/** A small federation in which everything that can be protected is protected somewhere, composed as the real one is. */
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@policy", "@requiresScopes", "@authenticated", "@tag", "@inaccessible"])\n';

const PERSONS = `${LINK}
type Query {
  person(id: ID!): Person @policy(policies: [["persons"]])
  indebted(least: Int @tag(name: "filters/Person/debts"), municipality: ID): [Person!] @policy(policies: [["persons"]])
  find(filter: PersonFilter, filters: [PersonFilter!]): [Person!] @policy(policies: [["persons"]])
  strict: Person! @policy(policies: [["persons"]])
  anybody: Anybody
  everybody: [Anybody!]!
  works: [Work!]!
  count: Int @requiresScopes(scopes: [["statistics:read"]])
  code: Code
  me: Me @authenticated
  open: Int!
}
type Mutation { hire(person: ID!): Hired @requiresScopes(scopes: [["agreements:write"]]) @policy(policies: [["negotiation"]])  note(text: String): Int }
type Me { id: ID! }
type Hired { person: Person  at: Int }
scalar Code @policy(policies: [["bsn"]])
enum Category @policy(policies: [["disability-category"]]) { LIGHT HEAVY }
input PersonFilter { debts: Int @tag(name: "filters/Person/debts")  municipality: ID  and: [PersonFilter!]  below: PersonFilter }
type Person @key(fields: "id") @policy(policies: [["persons"]]) {
  id: ID!
  name: String @policy(policies: [["names"]])
  must: String! @policy(policies: [["debts"]])
  debts: Int @policy(policies: [["debts"]])
  category: Category
  code: Code
  friends: [Person!]!
  works: [Work!]
  hidden: Int @inaccessible
}
type Body { id: ID! }
union Anybody = Person | Body
interface Work { id: ID!  worker: Person  title: String }
type LeidenWork implements Work @key(fields: "id") { id: ID!  worker: Person @policy(policies: [["employments"]])  title: String @policy(policies: [["employments"]])  own: Int }
type HagueWork implements Work @key(fields: "id") { id: ID!  worker: Person @policy(policies: [["employments"]])  title: String  own: Int }
`;
const OTHER = `${LINK}
type Person @key(fields: "id") @policy(policies: [["persons"]]) { id: ID!  residence: String @authenticated @policy(policies: [["residence"]]) }
`;

export function guardedSupergraph(persons: string = PERSONS, urls: Readonly<Record<string, string>> = {}): string {
  const sdl = { persons, other: OTHER };
  const services = Object.entries(sdl).map(([name, text]) => ({ name, url: urls[name] ?? `http://${name}/graphql`, typeDefs: parse(text) }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new Error(errors?.map(String).join('\n'));
  return supergraphSdl;
}

/** The same with other words in it. */
export function changedSupergraph(from: string | RegExp, to: string): string {
  const changed = PERSONS.replace(from, to);
  if (changed === PERSONS) throw new Error(`the supergraph has no ${String(from)}`);
  return guardedSupergraph(changed);
}
