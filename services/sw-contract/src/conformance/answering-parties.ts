// The other bodies as a test wants them: what a company asks is written down and answered, or nobody is there.
import type { PartySigner } from '#kernel/party-token.js';
import type { Registers } from '#kernel/registers.js';
import { PartyClient, type OutgoingCommand } from '#shell/party-client.js';

export class AnsweringParties extends PartyClient {
  readonly asked: { readonly service: string; readonly verb: string; readonly payload: object }[] = [];
  /** Null: nobody answers. */
  answer: ((payload: object) => Promise<object>) | null = null;

  constructor(signer: PartySigner, registers: Registers) {
    super(signer, new Map(), registers);
  }

  override async command<T extends object>(service: string, verb: string, command: OutgoingCommand): Promise<T> {
    this.asked.push({ service, verb, payload: command.payload });
    if (this.answer === null) return super.command<T>(service, verb, command);
    return (await this.answer(command.payload)) as T;
  }
}
