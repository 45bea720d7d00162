/** The planner finds no way to the answer, though the question fits the schema. */
import { Fault } from '#kernel/faults.js';

const SENTENCE = 'Voor deze vraag is geen weg naar het antwoord gevonden. Vraag minder tegelijk, of meld het nummer van dit verzoek aan de beheerder.';

export class NoPlan extends Fault {
  /** `why`: for the log. */
  constructor(readonly why: string) {
    super('INTERNAL', SENTENCE);
  }
}
