// One company on a database of its own, asked and commanded as the federation does it: through its graph with a viewer, and
// through its command handlers. Nothing here knows how the company stores anything.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes, randomUUID } from 'node:crypto';
import { graphql, type GraphQLSchema } from 'graphql';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { rightsOf } from '#kernel/field-policy.js';
import { createLogger } from '#kernel/log.js';
import { PartySigner } from '#kernel/party-token.js';
import { pseudonymOf } from '#kernel/pseudonym.js';
import { loadRegisters, type Registers } from '#kernel/registers.js';
import { type Role, type Viewer, SCOPES } from '#kernel/viewer.js';
import type { ImportFacts } from '#shell/import/format.js';
import { importFiles, type ImportResult } from '#shell/import/run-import.js';
import { ReadSession } from '#shell/read-session.js';
import type { ServiceParts, Wired } from '#shell/service-definition.js';
import { serviceSettingsSchema } from '#shell/service-settings.js';
import { testLog } from '#shell/testing/test-log.js';
import { testDatabase, type TestDatabase } from '#shell/testing/test-database.js';
import { DIRECTORY } from '../directory.js';
import { AnsweringParties } from './answering-parties.js';
import { BUSINESS_DATE, type CompanySubject } from './subject.js';

const PSEUDONYM_KEY = Buffer.alloc(32, 7);

/** The answer of a question, and how many statements it took. */
export interface Answer {
  readonly data: Record<string, unknown> | null;
  readonly codes: readonly unknown[];
  readonly statements: number;
  readonly requestId: string;
}

interface Asking {
  readonly from?: string;
  readonly businessDate?: string;
}

export class CompanyBench {
  /** Of the coordinator that commands now; a test that has another take over raises it. */
  epoch = 1;

  private constructor(
    readonly subject: CompanySubject,
    public parts: ServiceParts,
    public publicKey: JWK,
    /** What the company asks others, answered as a test says. */
    readonly parties: AnsweringParties,
    private wired: Wired,
    private readonly schema: GraphQLSchema,
    private readonly database: TestDatabase,
  ) {}

  static async open(subject: CompanySubject): Promise<CompanyBench> {
    const { definition } = subject;
    const database = await testDatabase(definition);
    const registers = loadRegisters();
    const { signer, publicKey } = await newKey(definition.name);
    const parties = new AnsweringParties(signer, registers);
    const parts = partsOf(subject, database, registers, signer, parties);
    return new CompanyBench(subject, parts, publicKey, parties, definition.wire(parts), await definition.buildSchema(registers), database);
  }

  close(): Promise<void> {
    return this.database.drop();
  }

  /** The company is started again with another key under the same name. */
  async changeKey(): Promise<void> {
    const { signer, publicKey } = await newKey(this.parts.name);
    this.parts = { ...this.parts, signer };
    this.publicKey = publicKey;
    this.wired = this.subject.definition.wire(this.parts);
  }

  /** Imports the subject's files, through a folder that is gone afterwards. `tail` makes them other files with the same records. */
  async importAll(tail = ''): Promise<ImportResult[]> {
    const folder = await mkdtemp(join(tmpdir(), 'company-'));
    const results: ImportResult[] = [];
    try {
      const paths = Object.keys(this.subject.files).map((name) => join(folder, name));
      await Promise.all(Object.entries(this.subject.files).map(([name, text]) => writeFile(join(folder, name), text + tail)));
      await importFiles(this.parts.dataSource, this.wired.imports ?? [], paths, this.importFacts(), BUSINESS_DATE, (result) => results.push(result));
    } finally {
      await rm(folder, { recursive: true });
    }
    return results;
  }

  async ask(viewer: Viewer, query: string, variables: Record<string, unknown> = {}, asking: Asking = {}): Promise<Answer> {
    const businessDate = asking.businessDate ?? BUSINESS_DATE;
    const facts = { viewer, businessDate, requestId: randomUUID(), deadline: Date.now() + 10_000, from: asking.from ?? 'gateway' };
    const session = new ReadSession(this.parts.reads, facts, this.parts, this.parts.log.of(facts));
    const contextValue = this.wired.context({ ...facts, rights: rightsOf(viewer, this.parts.registers.purposes), ticket: undefined, session });
    const result = await graphql({ schema: this.schema, source: query, variableValues: variables, contextValue });
    await session.close();
    const data = (result.data ?? null) as Record<string, unknown> | null;
    return { data, codes: (result.errors ?? []).map((error) => error.extensions['code'] ?? error.message), statements: session.statements, requestId: facts.requestId };
  }

  /** What `fields` of one entity answer, or null. */
  async entity<T>(viewer: Viewer, suffix: string, id: string, fields: string, asking: Asking = {}): Promise<T | null> {
    const answer = await this.entityAnswer(viewer, suffix, id, fields, asking);
    return ((answer.data?.['_entities'] as (T | null)[] | undefined) ?? [])[0] ?? null;
  }

  entityAnswer(viewer: Viewer, suffix: string, id: string, fields: string, asking: Asking = {}): Promise<Answer> {
    const type = this.typeName(suffix);
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} { ${fields} } } }`;
    return this.ask(viewer, query, { of: [{ __typename: type, id }] }, asking);
  }

  async command<T extends object = Record<string, unknown>>(verb: string, payload: object, options: { id?: string; epoch?: number; from?: string } = {}): Promise<T> {
    const handler = this.wired.commands?.[verb];
    if (!handler) throw new Error(`the company takes no command ${verb}`);
    const { id = randomUUID(), epoch = this.epoch, from = DIRECTORY } = options;
    return (await handler({ id, from, verb, payload, epoch, businessDate: BUSINESS_DATE, requestId: id, viewer: null })) as T;
  }

  /** One round of a worker of the company. */
  async round(name: string): Promise<void> {
    const worker = this.wired.workers?.find((one) => one.name === name);
    if (!worker) throw new Error(`the company has no worker ${name}`);
    await worker.runOnce();
  }

  /** Federation id of an own thing. */
  id(kind: 'C' | 'W' | 'E' | 'P', local: string): string {
    return `${this.subject.code}:${kind}:${local}`;
  }

  viewer(roles: readonly Role[], body = this.parts.body, purpose: string | null = 'wsw', subject = 'tester'): Viewer {
    return { subject, body, roles, scopes: SCOPES, purpose };
  }

  officer(): Viewer {
    return this.viewer(['PLACEMENT_OFFICER']);
  }

  person(bsn: string): string {
    return pseudonymOf(PSEUDONYM_KEY, bsn);
  }

  private typeName(suffix: string): string {
    return this.subject.code.split('-').map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('') + suffix;
  }

  private importFacts(): ImportFacts {
    const { registers } = this.parts;
    const municipalities = registers.bodies.filter((body) => body.kind === 'MUNICIPALITY').map((body) => body.id.replace('gm-', ''));
    return {
      pseudonym: this.parts.pseudonym,
      municipalities: new Set(municipalities),
      adaptations: new Set(registers.adaptations.map((one) => one.code)),
      bodies: new Set(registers.bodies.map((body) => body.id)),
    };
  }
}

async function newKey(service: string): Promise<{ signer: PartySigner; publicKey: JWK }> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const signer = await PartySigner.load(service, { ...(await exportJWK(privateKey)), alg: 'ES256' });
  return { signer, publicKey: await exportJWK(publicKey) };
}

/** As the command line makes them, without a network. */
function partsOf({ definition }: CompanySubject, { dataSource, reads }: TestDatabase, registers: Registers, signer: PartySigner, parties: AnsweringParties): ServiceParts {
  const settings = { SCHAKEL_ENVELOPE_KEY: randomBytes(32), SCHAKEL_DATABASE_URL: '', SCHAKEL_PORT: 1, SCHAKEL_HOST: '127.0.0.1', SCHAKEL_HOLD_ASK_SECONDS: 3_600 };
  return {
    name: definition.name,
    body: registers.parties.find((party) => party.service === definition.name)?.body ?? definition.name,
    settings: settings as unknown as ReturnType<typeof serviceSettingsSchema.parse>,
    registers,
    dataSource,
    reads,
    signer,
    logger: createLogger(definition.name, 'silent'),
    log: testLog(definition.name),
    parties,
    pseudonym: (number) => pseudonymOf(PSEUDONYM_KEY, number),
    businessDate: () => BUSINESS_DATE,
  };
}
