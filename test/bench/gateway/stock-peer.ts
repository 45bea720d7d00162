/**
 * The gateway that most people run: `@apollo/gateway` behind `@apollo/server`'s own HTTP server, its own data source with the caller's
 * Authorization passed on. `node stock.js SUPERGRAPH PORT`.
 */
import { readFileSync } from 'node:fs';

process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
const { ApolloGateway, RemoteGraphQLDataSource } = await import('@apollo/gateway');
const { ApolloServer } = await import('@apollo/server');
const { startStandaloneServer } = await import('@apollo/server/standalone');

interface Caller {
  readonly authorization?: string;
}

class ForwardingSource extends RemoteGraphQLDataSource<Caller> {
  override willSendRequest: NonNullable<InstanceType<typeof RemoteGraphQLDataSource<Caller>>['willSendRequest']> = ({ request, context }) => {
    if (context.authorization) request.http?.headers.set('authorization', context.authorization);
  };
}

const [supergraph = '', port = ''] = process.argv.slice(2);
const gateway = new ApolloGateway({ supergraphSdl: readFileSync(supergraph, 'utf8'), buildService: ({ url }) => new ForwardingSource({ url }) });
const server = new ApolloServer<Caller>({ gateway });
await startStandaloneServer(server, { listen: { port: Number(port), host: '127.0.0.1' }, context: async ({ req }) => ({ authorization: req.headers.authorization }) });
