/** The directory's questions of one request to the companies of the partner register. */
import { Fault } from '#kernel/faults.js';
import { parseId } from '#kernel/ids.js';
import type { Registers } from '#kernel/registers.js';
import type { PartyClient } from '#shell/party-client.js';
import { QUESTION_PATIENCE_MS } from '#shell/party-client.js';
import type { CompanyQuestions } from '../domain/directory-ports.js';
import { askCells } from './ask-cells.js';
import { askEvery, type Asking, companiesOf, type CompanyParty } from './ask-company.js';
import { askEmploymentProfile } from './ask-employment.js';
import { askEmployments } from './ask-employments.js';
import { askPositions } from './ask-positions.js';
import { askOpenWorkplaces, askWorkplace } from './ask-workplaces.js';

export function companyQuestions(parties: PartyClient, registers: Registers, request: Asking): CompanyQuestions {
  const companies = companiesOf(registers.parties);
  const ownerOf = (id: string): CompanyParty | undefined => companies.find((party) => party.company.code === parseId(id)?.owner);
  return {
    openWorkplaces: () => askEvery(companies, (party) => askOpenWorkplaces(parties, party, withinPatience(request))),
    async workplace(id) {
      const owner = ownerOf(id);
      return owner ? askWorkplace(parties, owner, withinPatience(request), id) : null;
    },
    async employmentProfile(id) {
      const owner = ownerOf(id);
      return owner ? unlessDown(askEmploymentProfile(parties, owner, withinPatience(request), id)) : null;
    },
    employments: (ids) => askEvery(companies, (party) => askEmployments(parties, party, withinPatience(request), ids.filter((id) => ownerOf(id) === party))),
    labourPositions: (years) => askEvery(companies, (party) => askPositions(parties, party, withinPatience(request), years)),
    cells(by, where) {
      const asked = companies.filter((party) => where.company === null || where.company === party.company.code);
      return askEvery(asked, (party) => askCells(parties, party, withinPatience(request), by, where));
    },
  };
}

/** Several pages to one company share the patience of one question. */
export function withinPatience({ viewer, businessDate, requestId, deadline }: Asking): Asking {
  return { viewer, businessDate, requestId, deadline: Math.min(deadline, Date.now() + QUESTION_PATIENCE_MS) };
}

async function unlessDown<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}
