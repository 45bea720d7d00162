// Guarantees: every check says what it rests on, whether that is law or policy, and how heavy it is. Domain brief 8.3.
import type { RefusalCode } from './refusals.js';

export const CHECK_LEVELS = ['REFUSAL', 'WARNING', 'INFO'] as const;
export type CheckLevel = (typeof CHECK_LEVELS)[number];
export const CHECK_KINDS = ['LAW', 'POLICY'] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];

export interface Check {
  readonly code: string;
  /** Null where the check rests on no text. */
  readonly article: string | null;
  /** Dutch; without personal data. */
  readonly text: string;
  readonly kind: CheckKind;
  readonly level: CheckLevel;
  /** Of a REFUSAL: the code that a command is refused with. */
  readonly refusal: RefusalCode | null;
}

/** What stops nothing. */
export function notice(code: string, article: string, level: Exclude<CheckLevel, 'REFUSAL'>, text: string): Check {
  return { code, article, text, kind: 'LAW', level, refusal: null };
}
