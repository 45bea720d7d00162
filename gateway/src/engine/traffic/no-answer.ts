/** Why a subgraph gave no usable answer, in one word; never its address. */
export type NoAnswerReason = 'timeout' | 'connection' | 'unavailable' | 'status' | 'too-large' | 'not-graphql' | 'busy' | 'open';

interface Circumstances {
  /** False when the question surely never left: a command was not given. */
  readonly sent?: boolean;
  /** True when an answer had begun. */
  readonly begun?: boolean;
  /** How long the subgraph had. */
  readonly hadMs?: number;
}

export class NoAnswer extends Error {
  readonly sent: boolean;
  readonly begun: boolean;
  readonly hadMs: number;

  constructor(
    readonly reason: NoAnswerReason,
    { sent = true, begun = false, hadMs = Infinity }: Circumstances = {},
  ) {
    super(`no usable answer: ${reason}`);
    this.name = 'NoAnswer';
    this.sent = sent;
    this.begun = begun;
    this.hadMs = hadMs;
  }
}
