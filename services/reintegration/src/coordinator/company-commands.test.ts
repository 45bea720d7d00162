/** What the coordinator asks companies, and what it makes of their answers. */
import { describe, expect, it } from '@jest/globals';
import { Fault, notFound } from '#kernel/faults.js';
import type { Registers } from '#kernel/registers.js';
import type { OutgoingCommand, PartyClient } from '#shell/party-client.js';
import { StaleEpoch } from '#shell/stale-epoch.js';
import { agreementAfter, ON } from '../domain/testing/sample-agreement.js';
import { HttpCompanyCommands } from './company-commands.js';

type Answer = object | Error;
interface Sent {
  readonly service: string;
  readonly verb: string;
  readonly command: OutgoingCommand;
}

const agreement = agreementAfter();
const turn = { on: ON, epoch: 7 };
const registers = {
  parties: ['sw-leiden', 'sw-zoetermeer-rijswijk'].map((body) => ({ service: body, body, company: { code: body, name: body } })),
} as unknown as Registers;

/** Companies that give these answers, one after the other. */
function companies(...answers: Answer[]): { asked: HttpCompanyCommands; sent: Sent[] } {
  const sent: Sent[] = [];
  const parties = {
    command(service: string, verb: string, command: OutgoingCommand) {
      sent.push({ service, verb, command });
      const answer = answers.shift() ?? new Error('nobody expected this');
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  } as unknown as PartyClient;
  return { asked: new HttpCompanyCommands(parties, registers), sent };
}
const yes = { confirmed: true };
const verbs = (sent: Sent[]): string[] => sent.map(({ service, verb }) => `${verb} ${service}`);

describe('a hold', () => {
  it('carries the epoch, and the same id while the same revision is asked about', async () => {
    const { asked, sent } = companies({ held: true }, { held: true });
    await asked.hold(agreement, turn);
    await asked.hold(agreement, turn);
    expect(sent.map(({ command }) => command.epoch)).toEqual([7, 7]);
    expect(sent[0]?.command.id).toBe(sent[1]?.command.id);
  });

  it('that the company does not understand is no place; one of an old epoch is no answer at all', async () => {
    expect(await companies(new Fault('BAD_USER_INPUT')).asked.hold(agreement, turn)).toEqual({ held: false, reason: 'UNKNOWN' });
    await expect(companies(new StaleEpoch()).asked.hold(agreement, turn)).rejects.toBeInstanceOf(StaleEpoch);
  });
});

describe('a confirmation', () => {
  it('goes to the receiving company first, then to the placing one', async () => {
    const { asked, sent } = companies(yes, yes);
    await asked.confirm(agreement, turn);
    expect(verbs(sent)).toEqual(['confirm-agreement sw-zoetermeer-rijswijk', 'confirm-agreement sw-leiden']);
  });

  it('of a hold that the receiving company lost: it holds again under a new id, and confirms', async () => {
    const first = companies(notFound(), { held: true }, yes, yes);
    await first.asked.confirm(agreement, turn);
    expect(verbs(first.sent)).toEqual([
      'confirm-agreement sw-zoetermeer-rijswijk', 'hold-workplace sw-zoetermeer-rijswijk', 'confirm-agreement sw-zoetermeer-rijswijk', 'confirm-agreement sw-leiden',
    ]);
    const second = companies(notFound(), { held: true }, yes, yes);
    await second.asked.confirm(agreement, turn);
    expect(second.sent[1]?.command.id).not.toBe(first.sent[1]?.command.id);
    expect(first.sent[2]?.command.id).toBe(first.sent[0]?.command.id);
  });

  it('of a place that became another\'s is PLACE_LOST, and nobody is put out', async () => {
    const { asked, sent } = companies(notFound(), { held: false, reason: 'TAKEN' });
    await expect(asked.confirm(agreement, turn)).rejects.toMatchObject({ code: 'PLACE_LOST' });
    expect(verbs(sent)).toEqual(['confirm-agreement sw-zoetermeer-rijswijk', 'hold-workplace sw-zoetermeer-rijswijk']);
  });

  it.each([
    ['the receiving company refuses again', [notFound(), { held: true }, notFound()]],
    ['the placing company does not know the employment', [yes, notFound()]],
  ] as const)('is asked again later when %s', async (_why, answers) => {
    await expect(companies(...answers).asked.confirm(agreement, turn)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('of an old epoch holds nothing anew', async () => {
    const { asked, sent } = companies(new StaleEpoch());
    await expect(asked.confirm(agreement, turn)).rejects.toBeInstanceOf(StaleEpoch);
    expect(sent).toHaveLength(1);
  });
});
