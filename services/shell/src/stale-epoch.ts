/** A command of a sender whose successor has already spoken: it is refused, and nothing of it is remembered (HTTP 409, STALE_EPOCH). */
export class StaleEpoch extends Error {
  constructor() {
    super('a newer coordinator has taken over');
    this.name = 'StaleEpoch';
  }
}

export const STALE_EPOCH = { code: 'STALE_EPOCH', message: 'De opdracht komt van een proces dat is afgelost.' } as const;
