/** What the resolvers of agreements and offers get with a request, beside the directory's part. Made once per request in service.ts. */
import { badInput, forbidden } from '#kernel/faults.js';
import type { CommandRequest, CommandServices } from '../commands/command.js';
import type { AgreementReads } from '../domain/agreement-reads.js';
import { agreementScope, type AgreementScope } from '../domain/policy.js';
import type { Actor } from '../domain/standing.js';
import type { GroupOrderReads } from '../domain/group-order-ports.js';
import type { AgreementLoaders } from './agreement-loaders.js';
import type { DirectoryContext } from './directory.context.js';

export interface AgreementParts {
  readonly services: CommandServices;
  readonly reads: AgreementReads;
  readonly groupOrders: GroupOrderReads;
  readonly loaders: AgreementLoaders;
}

export interface AgreementContext extends DirectoryContext {
  readonly agreements: AgreementParts;
}

/** The scope of a root field about persons: FORBIDDEN without a named purpose. */
export function scopeForAgreements({ viewer }: AgreementContext): AgreementScope {
  if (viewer.purpose === null) throw forbidden('Noem het doel van uw vraag (doelbinding): zonder doel ziet niemand persoonsgegevens.');
  return agreementScope(viewer);
}

export function viewerAsActor({ viewer, businessDate, agreements }: AgreementContext): Actor {
  const { matrix, disputes, representation } = agreements.services;
  return { viewer, matrix, disputes, representation, on: businessDate, at: '' };
}

/** `given`: the terms input of a proposal or counter, untouched. */
export function commandRequest({ viewer, businessDate, requestId, deadline, ticket }: AgreementContext, given: object | null = null): CommandRequest {
  return { viewer, businessDate, requestId, deadline, ticket: ticket ?? null, given };
}

const COMMAND_ID = /^[\x21-\x7e]{1,100}$/;

export function checkCommandId(commandId: string): string {
  if (!COMMAND_ID.test(commandId)) throw badInput('Een opdrachtnummer heeft 1 tot 100 tekens, zonder spaties.');
  return commandId;
}
