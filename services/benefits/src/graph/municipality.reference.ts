/** A municipality by its code, from here or from another service. */
import type { BenefitsContext } from './context.js';
import type { MunicipalityType } from './municipality.type.js';

/** For codes that the database guarantees (foreign key). */
export async function municipalityOf(context: BenefitsContext, code: string): Promise<MunicipalityType> {
  const municipality = await context.loaders.municipality.load(code);
  if (!municipality) throw new Error('a row refers to a municipality that is not in the register');
  return municipality;
}

export async function municipalityReference({ code }: { code: string }, context: BenefitsContext): Promise<MunicipalityType | null> {
  return context.loaders.municipality.load(code);
}
