/**
 * Guarantees that a body signs only what its own officer asked: proposing, countering, amending and accepting carry a ticket that says who
 * did it to what, with which content (architecture, section 3). One such field per request, so that a ticket stands for one act.
 */
import { getArgumentValues, getVariableValues, GraphQLError, Kind, type DocumentNode, type FieldNode, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import { z } from 'zod';
import { contentHash } from '#kernel/canonical.js';
import { badInput } from '#kernel/faults.js';
import type { TicketClaims } from '#kernel/ticket.js';
import type { Resolved, StepWork } from '../step.js';

type Act = Omit<TicketClaims, 'viewer'>;

const commandId = z.string();
const terms = z.record(z.string(), z.json());
/** What each act is about and what it agrees to: terms as they are sent, or the hash of terms that lie there. */
const ACTS: Readonly<Record<string, z.ZodType<Act>>> = {
  proposeAgreement: z.object({ commandId, offer: z.string(), terms }).transform((input) => ({ action: 'propose', commandId: input.commandId, object: input.offer, contentHash: contentHash(input.terms) })),
  counterAgreement: z.object({ commandId, id: z.string(), terms }).transform((input) => ({ action: 'counter', commandId: input.commandId, object: input.id, contentHash: contentHash(input.terms) })),
  amendAgreement: z.object({ commandId, id: z.string(), terms }).transform((input) => ({ action: 'amend', commandId: input.commandId, object: input.id, contentHash: contentHash(input.terms) })),
  acceptAgreement: z.object({ commandId, id: z.string(), termsHash: z.string() }).transform((input) => ({ action: 'accept', commandId: input.commandId, object: input.id, contentHash: input.termsHash })),
};

export function signTicket(): StepWork {
  return {
    operation: (exchange, resolved) => {
      if (exchange.operation?.kind !== 'mutation' || !resolved.operation) return;
      const fields = rootFields(resolved.operation.selectionSet, resolved.document).filter((field) => Object.hasOwn(ACTS, field.name.value));
      if (fields.length > 1) throw badInput('Doe per verzoek hoogstens een voorstel, tegenvoorstel, wijziging of akkoord.');
      const [field] = fields;
      if (field) exchange.signing = signingOf(field, resolved.operation, resolved);
    },
  };
}

/** Null when the input lacks what it must have; the service then says what is wrong with it. */
function signingOf(field: FieldNode, operation: OperationDefinitionNode, resolved: Resolved): Act | null {
  const act = ACTS[field.name.value]?.safeParse(inputOf(field, operation, resolved));
  return act?.success ? act.data : null;
}

/** The input as the service will read it: literals, variables and their defaults come out alike, and what was left out is left out. */
function inputOf(field: FieldNode, { variableDefinitions }: OperationDefinitionNode, { schema, variables }: Resolved): unknown {
  const definition = schema.getMutationType()?.getFields()[field.name.value];
  const { coerced } = getVariableValues(schema, variableDefinitions ?? [], variables);
  if (!definition || !coerced) return null;
  try {
    return getArgumentValues(definition, field, coerced)['input'];
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}

function rootFields({ selections }: SelectionSetNode, document: DocumentNode): FieldNode[] {
  return selections.flatMap((selection): FieldNode[] => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootFields(selection.selectionSet, document);
    const fragment = document.definitions.find((one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === selection.name.value);
    return fragment?.kind === Kind.FRAGMENT_DEFINITION ? rootFields(fragment.selectionSet, document) : [];
  });
}
