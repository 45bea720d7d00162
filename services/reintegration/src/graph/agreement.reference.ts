/** `_entities` of Agreement, asked when a placement of a company points at one: through the viewer's scope like every other door. */
import type { ReferenceResolver } from '#shell/graph-schema.js';
import { isUuid } from '#kernel/ids.js';
import type { AgreementContext } from './agreement-context.js';

export const agreementReferences: Record<string, ReferenceResolver> = {
  Agreement: ({ id }, { agreements }: AgreementContext) => (isUuid(id) ? agreements.loaders.agreements.load(id) : null),
};
