/** The coordinator's commands to companies, each under an id that stays the same while the same step is repeated (security-and-reliability I5). */
import { z } from 'zod';
import { Fault, unavailable } from '#kernel/faults.js';
import type { Registers } from '#kernel/registers.js';
import type { PartyClient } from '#shell/party-client.js';
import type { Agreement } from '../domain/agreement.js';
import type { HoldAnswer } from '../domain/commitment.js';
import type { CompanyCommands } from '../domain/ports.js';

const holdShape = z.union([z.object({ held: z.literal(true) }), z.object({ held: z.literal(false), reason: z.string() })]);
const confirmShape = z.object({ confirmed: z.literal(true) });
/** One coordinator per federation: a second one would be started with a higher epoch. */
const EPOCH = 0;

export class HttpCompanyCommands implements CompanyCommands {
  constructor(
    private readonly parties: PartyClient,
    private readonly registers: Registers,
  ) {}

  /** A request that the company does not understand is as good as no place; no answer is UNAVAILABLE and asked again. */
  async hold(agreement: Agreement, on: string): Promise<HoldAnswer> {
    const { workplace, receivingBody, from, until, hoursPerWeek, function: work } = agreement.current.terms;
    const payload = { agreement: agreement.id, workplace, termsVersion: agreement.current.number, from, until, hoursPerWeek, function: work };
    try {
      const answer = await this.send(receivingBody, 'hold-workplace', `${agreement.id}:hold:${agreement.revision}`, payload, on);
      return holdShape.parse(answer);
    } catch (error) {
      if (error instanceof Fault && error.code === 'BAD_USER_INPUT') return { held: false, reason: 'UNKNOWN' };
      throw error;
    }
  }

  /** Receiving company first: it has the place. After the decision there is no way back, so anything but a yes is asked again. */
  async confirm(agreement: Agreement, on: string): Promise<void> {
    const { receivingBody, placingBody } = agreement.current.terms;
    await this.confirmAt(receivingBody, 'RECEIVING', agreement, on);
    await this.confirmAt(placingBody, 'PLACING', agreement, on);
  }

  private async confirmAt(body: string, role: 'RECEIVING' | 'PLACING', agreement: Agreement, on: string): Promise<void> {
    const { number: termsVersion, hash: termsHash, terms } = agreement.current;
    const { workplace, employment, hirer, function: work, workForm, hoursPerWeek, secondmentFeePerHour, from, until } = terms;
    const placement = { hirer, function: work, workForm, hoursPerWeek, secondmentFeePerHour, from, until };
    const payload = { agreement: agreement.id, termsVersion, termsHash, role, workplace, employment, ...placement };
    confirmShape.parse(await this.send(body, 'confirm-agreement', `${agreement.id}:confirm:${role}:${termsVersion}`, payload, on));
  }

  private send(body: string, verb: string, id: string, payload: object, businessDate: string): Promise<object> {
    return this.parties.command<object>(serviceOf(this.registers, body), verb, { id, payload, businessDate, viewer: null, epoch: EPOCH });
  }
}

/** The service that runs a company's system; for the joint service see its own key (signing). */
export function serviceOf(registers: Registers, body: string): string {
  const party = registers.parties.find((one) => one.body === body && one.company !== undefined);
  if (!party) throw unavailable(body);
  return party.service;
}
