/** A federation in small: a directory that knows two companies, and the companies. */
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@authenticated"])\n';

const DIRECTORY = `${LINK}
type Query { hello: String!  strict: Strict  workers(first: Int = 25): [SwEmployment]  agreement(id: ID!): Agreement }
type Agreement { id: ID!  version: Int  worker: SwEmployment }
type Strict { must: String! }
type Mutation { bump: Int  proposeAgreement(input: CommandInput!): Outcome  counterAgreement(input: CommandInput!): Outcome  acceptAgreement(input: CommandInput!): Outcome }
input CommandInput { commandId: ID!  id: ID  offer: ID  termsHash: String  terms: TermsInput }
input TermsInput { workForm: WorkForm!  hoursPerWeek: Decimal!  fee: Decimal  hirer: ID  adaptations: [String!]  noticeMonths: Int }
enum WorkForm { INTERNAL SECONDMENT_INDIVIDUAL }
scalar Decimal
type Outcome { id: ID!  first: SwEmployment }
interface SwEmployment { id: ID! }
type LeidenSwEmployment implements SwEmployment @key(fields: "id") { id: ID! }
type WassenaarSwEmployment implements SwEmployment @key(fields: "id") { id: ID! }
`;

const company = (prefix: string, guard: string): string => `${LINK}
interface SwEmployment { id: ID!  workerName: String }
type ${prefix}SwEmployment implements SwEmployment @key(fields: "id") { id: ID!  workerName: String${guard} }
`;

/** `urls` by subgraph; the addresses inside matter to a plain gateway only. `guarded`: the companies protect the names. */
export function fixtureSupergraph(urls: Readonly<Record<string, string>>, guarded: boolean): string {
  const guard = guarded ? ' @authenticated' : '';
  const sdl = { reintegration: DIRECTORY, 'sw-leiden': company('Leiden', guard), 'sw-wassenaar': company('Wassenaar', guard) };
  const services = Object.entries(sdl).map(([name, text]) => ({ name, url: urls[name] ?? `http://${name}/graphql`, typeDefs: parse(text) }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new Error(errors?.map(String).join('\n'));
  return supergraphSdl;
}
