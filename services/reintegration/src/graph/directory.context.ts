/** What the directory's resolvers get with a request. `directory` is made once per request in src/directory.ts. */
import { forbidden } from '#kernel/faults.js';
import type { Body, Party, Purpose } from '#kernel/registers.js';
import type { Parameter } from '#law/parameters.js';
import type { Figures } from '#shell/figures/figures.js';
import type { Accesses, AccessPage } from '#shell/processing-log/accesses.js';
import type { ShellRequest } from '#shell/service-definition.js';
import type { PersonScope } from '../domain/directory-policy.js';
import type { CompanyQuestions, DirectoryReads, TaskSource } from '../domain/directory-ports.js';
import type { FinanceReads } from '../domain/finance-ports.js';
import type { PartyRole } from '../domain/party.js';
import type { SearchGround } from '../domain/workplace-search.js';
import type { CompanyDirectory } from './company-directory.js';
import type { DirectoryLoaders } from './directory-loaders.js';

export interface DirectoryParts {
  readonly companies: CompanyDirectory;
  readonly scope: PersonScope;
  readonly reads: DirectoryReads;
  readonly loaders: DirectoryLoaders;
  readonly questions: CompanyQuestions;
  /** Entries of the access audit of another service; UNAVAILABLE when it does not answer. */
  accessesAt(service: string, person: string, page: AccessPage): Promise<Accesses>;
  readonly figures: Figures;
  readonly finance: FinanceReads;
  readonly ground: SearchGround;
  readonly tasks: readonly TaskSource[];
  readonly registers: DirectoryRegisters;
}

export interface Mandate {
  readonly role: PartyRole;
  readonly onBehalfOf: Body;
  readonly basis: string;
  readonly from: string;
  readonly until: string | null;
}

/** What the registers say, for this request's viewer and date. */
export interface DirectoryRegisters {
  /** Id of the body whose system this is. */
  readonly ownBody: string;
  readonly ownService: string;
  readonly parties: readonly Party[];
  readonly allPurposes: readonly Purpose[];
  /** Dated numbers of regulations and councils. */
  readonly parameters: readonly Parameter[];
  body(id: string): Body | null;
  adaptationText(code: string): string;
  knowsAdaptation(code: string): boolean;
  /** Purposes that the viewer's roles may name. */
  readonly purposes: readonly Purpose[];
  /** CBS codes of the municipalities for whose residents the viewer's body answers on the business date. */
  readonly ownMunicipalities: readonly string[];
  /** Bodies that the viewer's body acts for on the business date. */
  readonly onBehalfOf: readonly Body[];
  /** The lines of the authority register by which the viewer himself may act on the business date. */
  readonly mandates: readonly Mandate[];
}

export interface DirectoryContext extends ShellRequest {
  readonly directory: DirectoryParts;
}

/** The scope of a root field that returns persons: FORBIDDEN without a named purpose. */
export function scopeForPersons({ viewer, directory }: DirectoryContext): PersonScope {
  if (viewer.purpose === null) throw forbidden('Noem het doel van uw vraag (doelbinding): zonder doel ziet niemand persoonsgegevens.');
  return directory.scope;
}
