/**
 * The questions to other bodies that terms rest on, asked before the transaction and kept with the terms version (source, as-of).
 * Architecture section 3; domain brief 8.4 row 12: an agreement keeps the facts that it used.
 */
import { badInput, notFound } from '#kernel/faults.js';
import type { HirerFacts, TermsFacts } from '../domain/facts.js';
import { refuse, type Refused } from '../domain/refusals.js';
import { canonicalTerms, type CanonicalTerms, type TermsProposal } from '../domain/terms.js';
import { wrongTermsForm } from '../domain/terms-form.js';
import { orUnavailable, type CommandRequest, type CommandServices } from './command.js';

/** As the client gives it: the hirer by id. */
export type TermsWish = Omit<TermsProposal, 'hirer'> & { readonly hirer: string | null };

/** Facts for a first proposal: the person's employment, the chosen place, the residence and the indication on the business date. */
export async function gatherFacts(services: CommandServices, request: CommandRequest, person: string, workplaceId: string): Promise<TermsFacts | Refused> {
  const on = request.businessDate;
  const pointer = await services.ownFacts.pointerOf(person, on);
  if (!pointer) return refuse('WRONG_STATE', 'Deze persoon heeft geen dienstbetrekking bij een sw-bedrijf.');
  return orUnavailable(services, async () => {
    const [employment, workplace, residence, indication] = await Promise.all([
      services.bodies.employment(pointer.employment, request),
      services.bodies.workplace(workplaceId, request),
      services.bodies.residence(person, request),
      services.ownFacts.indicationOf(person, on),
    ]);
    if (!residence) throw notFound();
    if (!employment) return refuse('WRONG_STATE', 'Het plaatsende bedrijf kent deze dienstbetrekking niet.');
    if (!workplace) return refuse('WORKPLACE_UNSUITABLE', 'De werkplek is niet (meer) bekend.');
    const finance = await services.ownFacts.financeOf(person, on, payers(residence.municipality, employment.payingMunicipality));
    return { employment: { ...employment, placingBody: pointer.placingBody }, workplace, residence, indication, finance };
  });
}

/** Facts for later terms: place, employment and indication as they are now; the residence stays the one that made its authority a party. */
export async function refreshFacts(services: CommandServices, request: CommandRequest, person: string, known: TermsFacts): Promise<TermsFacts | Refused> {
  return orUnavailable(services, async () => {
    const [employment, workplace, indication] = await Promise.all([
      services.bodies.employment(known.employment.id, request),
      services.bodies.workplace(known.workplace.id, request),
      services.ownFacts.indicationOf(person, request.businessDate),
    ]);
    if (!workplace) return refuse('WORKPLACE_UNSUITABLE', 'De werkplek is niet (meer) bekend.');
    const finance = await services.ownFacts.financeOf(person, request.businessDate, payers(known.residence.municipality, employment?.payingMunicipality ?? known.employment.payingMunicipality));
    return { ...known, workplace, indication, finance, employment: employment ? { ...known.employment, ...employment } : known.employment };
  });
}

/** Checks the form of a wish and completes it from the facts. BAD_USER_INPUT for what no negotiation can make right. */
export async function completeTerms(services: CommandServices, request: CommandRequest, wish: TermsWish, facts: TermsFacts): Promise<CanonicalTerms> {
  const wrong = wrongTermsForm(wish, services.adaptationCodes, request.businessDate);
  if (wrong !== null) throw badInput(wrong);
  const hirer = await hirerOf(services, wish.hirer, facts.workplace.employer);
  return canonicalTerms({ ...wish, hirer }, facts, request.businessDate);
}

/** Who may have to pay for a worker. */
function payers(residence: string, paying: string | null): string[] {
  return paying === null ? [residence] : [residence, paying];
}

async function hirerOf(services: CommandServices, id: string | null, employer: HirerFacts | null): Promise<HirerFacts | null> {
  if (id === null || id === employer?.id) return employer;
  const found = await services.ownFacts.employerOf(id);
  if (!found) throw badInput('De inlener staat niet in het register.');
  return found;
}
