// A released place stays released: a hold that was sent before the release, but arrives after it, finds a tombstone and
// changes nothing (architecture decision 10; invariant I9: a rejected agreement holds nothing).

export interface Tombstone {
  readonly epoch: number;
  /** Terms version of the hold that was released; null when the release came before any hold. */
  readonly termsVersion: number | null;
}

/** A hold is newer than the release when its epoch is higher, or, in the same epoch, when it is for later terms. */
export function isCancelled(tombstone: Tombstone | null, hold: { epoch: number; termsVersion: number }): boolean {
  if (tombstone === null || hold.epoch > tombstone.epoch) return false;
  if (hold.epoch < tombstone.epoch) return true;
  return tombstone.termsVersion === null || hold.termsVersion <= tombstone.termsVersion;
}
