/**
 * Guarantees that a body signs only what its own officer asked: proposing, countering and accepting carry a ticket that
 * says who did it to what (architecture, section 3). One such field per request, so that a ticket stands for one act.
 */
import { Kind, valueFromASTUntyped, type DocumentNode, type FieldNode, type SelectionSetNode } from 'graphql';
import { z } from 'zod';
import { badInput } from '#kernel/faults.js';
import type { TicketClaims } from '#kernel/ticket.js';
import type { Resolved, StepWork } from '../step.js';

const ACTIONS: Readonly<Record<string, TicketClaims['action']>> = { proposeAgreement: 'propose', counterAgreement: 'counter', acceptAgreement: 'accept' };

const inputSchema = z.object({ commandId: z.string(), id: z.string().optional(), termsHash: z.string().optional() });

export function signTicket(): StepWork {
  return {
    operation: (exchange, resolved) => {
      if (exchange.operation?.kind !== 'mutation' || !resolved.operation) return;
      const fields = rootFields(resolved.operation.selectionSet, resolved.document).filter((field) => Object.hasOwn(ACTIONS, field.name.value));
      if (fields.length > 1) throw badInput('Doe per verzoek hoogstens een voorstel, tegenvoorstel of aanvaarding.');
      const [field] = fields;
      if (field) exchange.signing = signingOf(field, resolved);
    },
  };
}

/** Null when the input lacks what it must have; the service then says what is wrong with it. */
function signingOf(field: FieldNode, { variables }: Resolved): Omit<TicketClaims, 'viewer'> | null {
  const input = field.arguments?.find((argument) => argument.name.value === 'input');
  const parsed = inputSchema.safeParse(input ? valueFromASTUntyped(input.value, variables) : null);
  const action = ACTIONS[field.name.value];
  if (!parsed.success || !action) return null;
  return { action, commandId: parsed.data.commandId, object: parsed.data.id, contentHash: parsed.data.termsHash };
}

function rootFields({ selections }: SelectionSetNode, document: DocumentNode): FieldNode[] {
  return selections.flatMap((selection): FieldNode[] => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootFields(selection.selectionSet, document);
    const fragment = document.definitions.find((one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === selection.name.value);
    return fragment?.kind === Kind.FRAGMENT_DEFINITION ? rootFields(fragment.selectionSet, document) : [];
  });
}
