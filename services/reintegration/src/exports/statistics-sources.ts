/** Where the half-yearly delivery comes from: this body's registers, a transaction for each page, and the questions to the other bodies. */
import { authorityOn } from '#kernel/registers.js';
import type { ExportRequest } from '#shell/exports/export-definition.js';
import { QUESTION_PATIENCE_MS } from '#shell/party-client.js';
import type { ServiceParts } from '#shell/service-definition.js';
import { unavailable } from '#kernel/faults.js';
import { personScope } from '../domain/directory-policy.js';
import type { HalfYearDelivery } from '../domain/statistics/records.js';
import { companiesOf, type Asking } from '../questions/ask-company.js';
import { askIdentities } from '../questions/ask-identities.js';
import { askStatistics } from '../questions/ask-statistics.js';
import { IndicatedStore } from '../store/indicated.store.js';
import type { StatisticsSources } from './statistics-delivery.js';

/** Persons of one page; each body is asked for those of it that it has, as many at once as a question takes. */
const PAGE = 500;
const PER_QUESTION = 200;

export function statisticsSources({ parties, registers }: Pick<ServiceParts, 'parties' | 'registers'>, request: ExportRequest, delivery: HalfYearDelivery): StatisticsSources {
  const companies = companiesOf(registers.parties);
  const scope = personScope(request.viewer, authorityOn(registers, request.businessDate), request.businessDate);
  const { viewer, businessDate, requestId } = request;
  const asking = (): Asking => ({ viewer, businessDate, requestId, deadline: Math.min(request.deadline, Date.now() + QUESTION_PATIENCE_MS) });
  return {
    page: (after) => request.batch((session) => new IndicatedStore(session, scope).page(delivery, PAGE, after)),
    companies: () => concerned(companies.map(({ body }) => body), (body) => request.batch((session) => new IndicatedStore(session, scope).isConcerned(delivery, body))),
    identities: (persons) => inQuestions(persons, (some) => askIdentities(parties, asking(), some, delivery.lastDay)),
    async employments(body, persons) {
      const party = companies.find((one) => one.body === body);
      if (!party) throw unavailable(body);
      return inQuestions(persons, (some) => askStatistics(parties, party, asking(), delivery.halfYear, some));
    },
  };
}

async function concerned(bodies: readonly string[], isConcerned: (body: string) => Promise<boolean>): Promise<readonly string[]> {
  const found: string[] = [];
  for (const body of bodies) if (await isConcerned(body)) found.push(body);
  return found;
}

/** One after the other; about nobody is one question too: whether the body answers. */
async function inQuestions<T>(persons: readonly string[], ask: (some: readonly string[]) => Promise<readonly T[]>): Promise<readonly T[]> {
  const answers: T[] = [...(await ask(persons.slice(0, PER_QUESTION)))];
  for (let start = PER_QUESTION; start < persons.length; start += PER_QUESTION) answers.push(...(await ask(persons.slice(start, start + PER_QUESTION))));
  return answers;
}
