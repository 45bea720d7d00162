/**
 * One row of the audit chain and the hash that ties it to the row before it. Pure.
 * Guarantees: two rows that differ in any column have different texts, so that no edit keeps the hash (SHA-256 of RFC 8785).
 */
import { contentHash } from '#kernel/canonical.js';

/** Everything but the row's own hash, each as the text that the database shows. */
export interface AuditContent {
  /** Whole numbers from 1, without a gap. */
  readonly seq: string;
  /** Microseconds since 1970, real time; a text without time zone or calendar in which two instants could look alike. */
  readonly at: string;
  /** Subject of the giver, name of a service, or the name of the part of the system that took a step by itself. */
  readonly actor: string;
  readonly verb: string;
  readonly commandId: string;
  readonly requestHash: string;
  readonly outcomeHash: string;
  /** Id of the thing that it was about; never a name or a number of a person. */
  readonly subject: string | null;
  /** Hash of the row before, or the origin of the chain. */
  readonly prev: string;
}

export interface AuditRow extends AuditContent {
  readonly hash: string;
}

/** The end of a chain: number and hash of its last row; 0 and the origin when there is none. */
export interface ChainHead {
  readonly seq: string;
  readonly hash: string;
}

/** Lower-case hexadecimal. Takes exactly these columns, whatever else the object holds. */
export function linkHash({ seq, at, actor, verb, commandId, requestHash, outcomeHash, subject, prev }: AuditContent): string {
  return contentHash({ seq, at, actor, verb, commandId, requestHash, outcomeHash, subject, prev });
}

export function linked(content: AuditContent): AuditRow {
  return { ...content, hash: linkHash(content) };
}

/** Where a chain begins before its first row. */
export const BEFORE_FIRST = '0';
