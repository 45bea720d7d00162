/**
 * The exchange of labour supply and demand (VUM): profiles of workers who can be placed, the detail of those who said yes to an offer, and the
 * free places at employers. At most 100 of each, and whether there are more. A company that does not answer ends it: a list that lacks its
 * people would look complete.
 */
import { authorityOn, bodyById, type Registers } from '#kernel/registers.js';
import { unavailable } from '#kernel/faults.js';
import { atMost } from '#law/vum/results.js';
import type { ExportDefinition, ExportRequest } from '#shell/exports/export-definition.js';
import type { PartyClient } from '#shell/party-client.js';
import { searchGround } from '../directory.js';
import { type KnownCandidate, secondable } from '../domain/candidate-search.js';
import { personScope } from '../domain/directory-policy.js';
import type { CompanyAnswer } from '../domain/directory-ports.js';
import { addDays } from '#law/terms/calendar.js';
import { parameterOn } from '../domain/parameters.js';
import { detailProfile, matchingProfile } from '../exchange/jobseeker-profile.js';
import { vacancyProfiles } from '../exchange/vacancy-profile.js';
import { companyQuestions } from '../questions/company-questions.js';
import { agreedOffers } from '../store/agreed-offers.store.js';
import { IndicationStore } from '../store/indication.store.js';

interface Parts {
  readonly parties: PartyClient;
  readonly registers: Registers;
}

const COMMON = { purpose: 'wsw', roles: ['CASE_WORKER'], mediaType: 'application/json', parameters: [] } as const;

export function vumExports(parts: Parts): readonly ExportDefinition[] {
  return [
    exportOf('vum-werkzoekenden', 'Werkzoekenden voor de uitwisseling (VUM), eerste stap', 'Profielen om op te matchen van wie op de wachtlijst staat of binnen een sw-bedrijf werkt, onder een willekeurig nummer en zonder persoonsgegevens. Hoogstens 100.', async (request) => {
      const ground = searchGround(parts.registers, request.businessDate);
      return atMost((await candidates(parts, request)).map((one) => matchingProfile(one, ground)));
    }),
    exportOf('vum-werkzoekenden-detail', 'Werkzoekenden voor de uitwisseling (VUM), tweede stap', 'Wat op het werk nodig is en met wie te spreken, alleen van wie op het laatste aanbod ja zei. Hoogstens 100.', async (request) => {
      const ground = searchGround(parts.registers, request.businessDate);
      const contact = bodyById(parts.registers, request.viewer.body).name;
      return atMost((await agreed(parts, request)).map((one) => detailProfile(one, ground, contact)));
    }),
    exportOf('vum-vacatures', 'Vacatures voor de uitwisseling (VUM)', 'Vrije werkplekken bij werkgevers, van alle sw-bedrijven, zonder de naam van de werkgever. Hoogstens 100.', async (request) => {
      const places = await companyQuestions(parts.parties, parts.registers, request).openWorkplaces();
      return atMost(vacancyProfiles(rowsOf(places)));
    }),
  ];
}

function exportOf(name: string, title: string, description: string, profiles: (request: ExportRequest) => Promise<object>): ExportDefinition {
  return {
    ...COMMON, name, title, description,
    fileName: () => `${name}.json`,
    async *run(request) {
      yield `${JSON.stringify(await profiles(request))}\n`;
    },
  };
}

/** Residents of the viewer's colleges: who waits in the legal order, then who works inside a firm. */
async function candidates(parts: Parts, request: ExportRequest): Promise<readonly KnownCandidate[]> {
  const { businessDate: on } = request;
  const { municipalities } = personScope(request.viewer, authorityOn(parts.registers, on), on);
  const [waiting, employed] = await request.batch(async (session) => {
    const store = new IndicationStore(session);
    return [await store.waitingCandidates(on, municipalities), await store.employedCandidates(on, municipalities)] as const;
  });
  const answers = await companyQuestions(parts.parties, parts.registers, request).employments(employed.map(({ employment }) => employment));
  rowsOf(answers);
  return [...waiting.map((one) => ({ ...one, employed: null })), ...secondable(employed, answers, on)];
}

/** A yes counts as long as the offer does. */
async function agreed(parts: Parts, request: ExportRequest): Promise<readonly KnownCandidate[]> {
  const { businessDate: on, viewer } = request;
  const offers = await request.batch((session) => agreedOffers(session, viewer.body, on));
  const days = Number(parameterOn('OFFER_VALID_DAYS', on));
  const willing = new Set(offers.filter(({ chosenOn }) => on <= addDays(chosenOn, days)).map(({ person }) => person));
  return willing.size === 0 ? [] : (await candidates(parts, request)).filter(({ indication }) => willing.has(indication.person));
}

function rowsOf<T>(answers: readonly CompanyAnswer<T>[]): T[] {
  const silent = answers.find(({ answered }) => !answered);
  if (silent) throw unavailable(silent.body);
  return answers.flatMap(({ rows }) => rows);
}
