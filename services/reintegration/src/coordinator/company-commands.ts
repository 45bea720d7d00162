/** The coordinator's commands to companies, each under an id that stays the same while the same step is repeated (security-and-reliability I5), in the epoch of its lease. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Fault, unavailable } from '#kernel/faults.js';
import type { Registers } from '#kernel/registers.js';
import type { PartyClient } from '#shell/party-client.js';
import type { Agreement } from '../domain/agreement.js';
import type { HoldAnswer } from '../domain/commitment.js';
import { PlaceLost, type CompanyCommands, type CoordinatorTurn } from '../domain/ports.js';
import { SilentBodies } from './silent-bodies.js';

const holdShape = z.union([z.object({ held: z.literal(true) }), z.object({ held: z.literal(false), reason: z.string() })]);
const confirmShape = z.object({ confirmed: z.literal(true) });

export class HttpCompanyCommands implements CompanyCommands {
  private readonly silent = new SilentBodies();

  constructor(
    private readonly parties: PartyClient,
    private readonly registers: Registers,
  ) {}

  hold(agreement: Agreement, turn: CoordinatorTurn): Promise<HoldAnswer> {
    return this.holdUnder(`${agreement.id}:hold:${agreement.revision}`, agreement, turn);
  }

  /**
   * Receiving company first: it has the place. After the decision there is no way back, so anything but a yes is asked again. A receiving company
   * that lost the hold (a restored backup) is asked to hold it anew; a place that became another's is never taken from him (I1).
   */
  async confirm(agreement: Agreement, turn: CoordinatorTurn): Promise<void> {
    const { receivingBody, placingBody } = agreement.current.terms;
    try {
      await this.confirmAt(receivingBody, 'RECEIVING', agreement, turn);
    } catch (error) {
      if (!(error instanceof Fault) || error.code !== 'NOT_FOUND') throw error;
      const answer = await this.holdUnder(`${agreement.id}:rehold:${randomUUID()}`, agreement, turn);
      if (!answer.held) throw new PlaceLost();
      await this.confirmAt(receivingBody, 'RECEIVING', agreement, turn);
    }
    await this.confirmAt(placingBody, 'PLACING', agreement, turn);
  }

  /** A request that the company does not understand is as good as no place; no answer is UNAVAILABLE and asked again. */
  private async holdUnder(id: string, agreement: Agreement, turn: CoordinatorTurn): Promise<HoldAnswer> {
    const { workplace, receivingBody, from, until, hoursPerWeek, function: work } = agreement.current.terms;
    const payload = { agreement: agreement.id, workplace, termsVersion: agreement.current.number, from, until, hoursPerWeek, function: work, ...replacing(agreement) };
    try {
      return holdShape.parse(await this.send(receivingBody, 'hold-workplace', id, payload, turn));
    } catch (error) {
      if (error instanceof Fault && error.code === 'BAD_USER_INPUT') return { held: false, reason: 'UNKNOWN' };
      throw error;
    }
  }

  private async confirmAt(body: string, role: 'RECEIVING' | 'PLACING', agreement: Agreement, turn: CoordinatorTurn): Promise<void> {
    const { number: termsVersion, hash: termsHash, terms } = agreement.current;
    const { workplace, employment, hirer, function: work, workForm, hoursPerWeek, secondmentFeePerHour, from, until } = terms;
    const placement = { hirer, function: work, workForm, hoursPerWeek, secondmentFeePerHour, from, until };
    const payload = { agreement: agreement.id, termsVersion, termsHash, role, workplace, employment, ...placement };
    confirmShape.parse(await this.send(body, 'confirm-agreement', `${agreement.id}:confirm:${role}:${termsVersion}`, payload, turn));
  }

  private send(body: string, verb: string, id: string, payload: object, { on, epoch }: CoordinatorTurn): Promise<object> {
    return this.silent.ask(body, () => this.parties.command<object>(serviceOf(this.registers, body), verb, { id, payload, businessDate: on, viewer: null, epoch }));
  }
}

/** The place of an amendment is the one that the running agreement has. */
function replacing({ amends }: Agreement): { replaces?: string } {
  return amends === null ? {} : { replaces: amends };
}

/** The service that runs a company's system; for the joint service see its own key (signing). */
export function serviceOf(registers: Registers, body: string): string {
  const party = registers.parties.find((one) => one.body === body && one.company !== undefined);
  if (!party) throw unavailable(body);
  return party.service;
}
