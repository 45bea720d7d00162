/**
 * The grounds on which a decision term may be suspended, and what the applicant must then be told. Awb art. 4:15 lid 1 (a, b), lid 2 (a, b, c),
 * lid 3 (force majeure: at once, with the new term) and lid 4 (the end of b of lid 1 and of b and c of lid 2: at once, with the term that is left).
 */

export type SuspensionGround = '1a' | '1b' | '2a' | '2b' | '2c';

export interface GroundRule {
  readonly article: string;
  /** Dutch. */
  readonly text: string;
  /** Told as soon as it begins, with the day by which a decision may be expected (lid 3). */
  readonly tellsStart: boolean;
  /** Told as soon as it ends, with the term that is left (lid 4). */
  readonly tellsEnd: boolean;
  /** Ends in an application that is complete or stays incomplete, so that art. 4:5 lid 4 begins to run. */
  readonly asksCompletion: boolean;
}

const rule = (article: string, text: string, does: Partial<Pick<GroundRule, 'tellsStart' | 'tellsEnd' | 'asksCompletion'>> = {}): GroundRule =>
  ({ article: `Awb art. 4:15 ${article}`, text, tellsStart: false, tellsEnd: false, asksCompletion: false, ...does });

export const GROUNDS: Readonly<Record<SuspensionGround, GroundRule>> = {
  '1a': rule('lid 1 onder a', 'De aanvrager is uitgenodigd de aanvraag aan te vullen.', { asksCompletion: true }),
  '1b': rule('lid 1 onder b', 'Noodzakelijke informatie is gevraagd aan een buitenlandse instantie.', { tellsEnd: true }),
  '2a': rule('lid 2 onder a', 'De aanvrager stemt schriftelijk in met uitstel.'),
  '2b': rule('lid 2 onder b', 'De vertraging is aan de aanvrager toe te rekenen.', { tellsEnd: true }),
  '2c': rule('lid 2 onder c', 'Overmacht.', { tellsStart: true, tellsEnd: true }),
};

/** The ground that a text cites (`Awb art. 4:15 lid 1 onder a`, `4:15(2)(c)`); null when it cites no ground of its own, for that is not guessed. */
export function groundOf(legalGround: string): SuspensionGround | null {
  const [, lid, letter] = /4:15\D{0,9}([12])\D{0,12}?\b([abc])\b/i.exec(legalGround) ?? [];
  const ground = `${lid ?? ''}${letter?.toLowerCase() ?? ''}`;
  return ground in GROUNDS ? (ground as SuspensionGround) : null;
}
