/** What the negotiation half asks of the directory: other places when the chosen one is gone. Runs for a command that has checked the viewer before. */
import type { DataSource } from 'typeorm';
import type { Registers } from '#kernel/registers.js';
import type { PartyClient } from '#shell/party-client.js';
import { searchGround } from './directory.js';
import type { Alternatives, Asking } from './domain/ports.js';
import { alternativePlaces, currentPointer, decisiveIndication, employedFor, NO_WISHES, workerFacts } from './domain/workplace-search.js';
import { companyQuestions } from './questions/company-questions.js';
import { SharedPlaces } from './questions/shared-places.js';
import { employmentPointersOf } from './store/employment-pointer.store.js';
import { indicationsOf } from './store/indication.store.js';

const ALTERNATIVES = 3;

/** The best three open places that fit, at all companies that answer within a second; fewer, or none, when they do not. */
export class DirectoryAlternatives implements Alternatives {
  private readonly places = new SharedPlaces();

  constructor(
    private readonly dataSource: DataSource,
    private readonly parties: PartyClient,
    private readonly registers: Registers,
  ) {}

  async for(person: string, workplace: string, asking: Asking): Promise<readonly string[]> {
    const on = asking.businessDate;
    const indication = decisiveIndication(await indicationsOf(this.dataSource.manager, person), on);
    const employment = currentPointer(await employmentPointersOf(this.dataSource.manager, person), on);
    const questions = companyQuestions(this.parties, this.registers, asking);
    const [answers, profile] = await Promise.all([this.places.of(asking, () => questions.openWorkplaces()), employment ? questions.employmentProfile(employment.employment) : null]);
    const ground = searchGround(this.registers, on);
    const facts = workerFacts(indication, employedFor(employment, profile?.hoursPerWeek ?? null), NO_WISHES, ground);
    return alternativePlaces(answers, workplace, facts, ground, ALTERNATIVES);
  }
}
