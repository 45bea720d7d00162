/** The gateways that are measured: how each is started, and what a request to it carries. Each runs as its users run it. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRepository } from '../../../local/paths.js';
import type { BenchIssuer } from '../kit/issuer.js';
import { OURS } from '../kit/ours.js';
import type { Command } from '../kit/program.js';
import { signedIn } from '../kit/schakel-settings.js';
import { schemaText, SUBGRAPHS } from '../scenario/subgraphs.js';
import type { Addresses } from '../scenario/supergraph.js';
import { wholeProfile } from './whole-profile.js';

export interface Place {
  /** For files of this run. */
  readonly folder: string;
  /** The scenario's supergraph at `addresses`. */
  readonly supergraph: string;
  readonly addresses: Addresses;
  readonly issuer: BenchIssuer;
}

export interface Candidate {
  readonly name: string;
  readonly title: string;
  /** Needs the folder of peers to be installed. */
  readonly peer: boolean;
  readonly command: (place: Place, port: number) => Omit<Command, 'log'>;
  /** Whole header lines of one request. */
  readonly headers: (place: Place, index: number) => string;
}

export const PEERS = inRepository('test', 'bench', 'peers');
const HIVE = join(PEERS, 'node_modules', '@graphql-hive', 'gateway', 'dist', 'bin.js');
const GRAFBASE = [['x64', 'x86_64'], ['arm64', 'aarch64']].map(([node, rust]) => ({ node, file: join(PEERS, 'node_modules', '@grafbase', `cli-${rust}-unknown-linux-musl`, 'grafbase') }));
const STOCK = inRepository('dist', 'test', 'bench', 'gateway', 'stock-peer.js');

/** The others wait for as long as it takes; ours gives up on a subgraph after 1.5 s, which a busy machine may need. */
const PATIENT = { SCHAKEL_READ_TIMEOUT_MS: '30000' };

/** Another one every time: nothing that one caller gets may be shared with another. */
const anybody = (_: Place, index: number): string => `authorization: Bearer bench-${index}\r\n`;

export const CANDIDATES: readonly Candidate[] = [
  {
    name: 'ours',
    title: 'Schakel, profile off',
    peer: false,
    command: ours('compiled'),
    headers: anybody,
  },
  {
    name: 'ours-profile',
    title: 'Schakel, whole profile',
    peer: false,
    command: ({ folder, addresses, issuer }, port) => ({ command: process.execPath, args: OURS, env: { SCHAKEL_PORT: String(port), SCHAKEL_ENGINE: 'compiled', ...PATIENT, ...wholeProfile(folder, addresses, issuer) } }),
    headers: ({ issuer }) => signedIn(issuer),
  },
  {
    name: 'ours-stock',
    title: 'Schakel, stock engine',
    peer: false,
    command: ours('stock'),
    headers: anybody,
  },
  { name: 'stock', title: '@apollo/gateway', peer: false, command: stock([]), headers: anybody },
  // Ours is started with this; how much of the difference is that, its users may want to know.
  { name: 'stock-young', title: '@apollo/gateway, `--max-semi-space-size=64`', peer: false, command: stock(['--max-semi-space-size=64']), headers: anybody },
  { name: 'hive', title: 'Hive Gateway', peer: true, command: hive([]), headers: anybody },
  { name: 'hive-rust', title: 'Hive Gateway, Rust planner', peer: true, command: hive(['--hive-router-runtime']), headers: anybody },
  { name: 'grafbase', title: 'Grafbase (Rust)', peer: true, command: grafbase, headers: anybody },
];

function ours(engine: string): Candidate['command'] {
  return ({ supergraph }, port) => ({ command: process.execPath, args: [...OURS, '--supergraph', supergraph], env: { SCHAKEL_PORT: String(port), SCHAKEL_LOG_LEVEL: 'warn', SCHAKEL_ENGINE: engine, ...PATIENT } });
}

function stock(flags: readonly string[]): Candidate['command'] {
  return ({ supergraph }, port) => ({ command: process.execPath, args: [...flags, STOCK, supergraph, String(port)] });
}

function hive(more: readonly string[]): Candidate['command'] {
  return ({ supergraph }, port) => ({ command: process.execPath, args: [HIVE, 'supergraph', supergraph, '--config-path', join(PEERS, 'hive.mjs'), '--host', '127.0.0.1', '--port', String(port), ...more], cwd: PEERS });
}

/** It composes the schemas itself. */
function grafbase({ folder, addresses }: Place, port: number): Omit<Command, 'log'> {
  const own = join(folder, 'grafbase');
  mkdirSync(own, { recursive: true });
  for (const name of SUBGRAPHS) writeFileSync(join(own, `${name}.graphql`), schemaText(name));
  const subgraphs = SUBGRAPHS.map((name) => `[subgraphs.${name}]\nschema_path = "${name}.graphql"\nurl = "${addresses[name]}"\n`);
  writeFileSync(join(own, 'grafbase.toml'), `${subgraphs.join('\n')}\n[[headers]]\nrule = "forward"\nname = "authorization"\n`);
  const binary = GRAFBASE.find(({ node, file }) => node === process.arch && existsSync(file));
  if (!binary) throw new Error(`Grafbase has no program for ${process.platform} on ${process.arch}`);
  return { command: binary.file, args: ['dev', '--config', 'grafbase.toml', '--listen-address', `127.0.0.1:${port}`], cwd: own };
}
