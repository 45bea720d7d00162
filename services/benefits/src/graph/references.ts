/** `_entities`: what other services refer to. The scope is the same as at the front door, because the same loaders answer. */
import type { ReferenceResolver } from '#shell/graph-schema.js';
import { ApplicationType, applicationType } from './application.type.js';
import type { BenefitsContext } from './context.js';
import { municipalityReference } from './municipality.reference.js';
import { PersonType, RepresentativeType, representativeType } from './person.type.js';
import { numberOf } from './register.js';

export const references: Readonly<Record<string, ReferenceResolver>> = {
  Municipality: municipalityReference,
  /** Always an answer, so that other services' fields of a person stand; what is not for the viewer is null in it. */
  Person: ({ id }: { id: string }): PersonType => ({ id }),
  Representative: async ({ id }: { id: string }, { loaders }: BenefitsContext): Promise<RepresentativeType | null> => {
    const number = numberOf(id, 'R');
    const facts = number === null ? null : await loaders.representative.load(number);
    return facts && representativeType(facts);
  },
  Application: async ({ id }: { id: string }, { loaders }: BenefitsContext): Promise<ApplicationType | null> => {
    const number = numberOf(id, 'A');
    const facts = number === null ? null : await loaders.application.load(number);
    return facts && applicationType(facts);
  },
};
