/** A file of which no record can be told from another: refused as a whole, in words that hold nothing of its content. */
export class UnreadableFile extends Error {
  /** @param reason ends the sentence "the file cannot be read: ..." */
  constructor(
    readonly reason: string,
    file = 'the file',
  ) {
    super(`${file} cannot be read: ${reason}. Nothing of it was imported.`);
    this.name = 'UnreadableFile';
  }
}
