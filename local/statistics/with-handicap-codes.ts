/** The parts of a delivery with the handicap codes of a local file in them; the same parts where no file is named. `told` hears counts, never a number of somebody. */
import { readFileSync } from 'node:fs';
import { HandicapCodeFiller, readHandicapCodes } from './handicap-codes.js';

export async function* withHandicapCodes(parts: AsyncIterable<string>, file: string | null, told: (text: string) => void): AsyncGenerator<string> {
  if (file === null) return yield* parts;
  const filler = new HandicapCodeFiller(readHandicapCodes(readFileSync(file, 'utf8')));
  for await (const part of parts) yield filler.fill(part);
  filler.end();
  told(`handicapcodes: ${filler.withoutCodes} records van iemand die niet in ${file} staat; ${filler.unused} mensen in ${file} die niet in de levering staan`);
}
