/**
 * The log of processings of one service (Logboek dataverwerkingen; AVG art. 5 lid 2 and 30): a line per person whose data a request touched, in the
 * transaction that touched them, and beside it who that was for (BIO2 8.15). Guarantees: persons stand in it by a pseudonym of this body's
 * own, so that the logs of two bodies cannot be laid side by side; one processing is one line, whatever the client says of its trace.
 */
import { createHmac } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Registers } from '#kernel/registers.js';
import { newSpanId, traceIdOf } from '#kernel/trace.js';
import type { Viewer } from '#kernel/viewer.js';
import { linesOf, type LogLines, type PersonRow, type ProcessingStatus } from './log-rows.js';

export const SUBJECT_TYPE = 'schakel-log-pseudonym';
/** Of a request that named no purpose: then nobody is shown, and what is tried is still written down. */
export const NO_PURPOSE = 'none';

export interface LogFacts {
  readonly service: string;
  /** Held for as long as the log is kept: under another one nobody finds his own lines. */
  readonly key: Buffer;
  /** Beginning of the URI of an activity; its code follows. */
  readonly register: string;
  readonly exported: boolean;
  readonly registers: Pick<Registers, 'bodies' | 'parties'>;
}

/** Who asks what, and by which door. */
export interface Processing {
  readonly viewer: Viewer | null;
  readonly requestId: string;
  /** `gateway`, or the service of another body. */
  readonly from: string;
  readonly parentSpan?: string | null;
  readonly action?: string;
  /** Where nobody named a purpose and the work has one of its own, as a command between bodies. */
  readonly purpose?: string;
}

export class ProcessingLog {
  constructor(private readonly facts: LogFacts) {}

  /** The lines of one request, empty at first. */
  of(processing: Processing): RequestLog {
    return new RequestLog(this, this.facts, processing);
  }

  /** At once, in a transaction of the caller: what a command did. */
  write(manager: Pick<EntityManager, 'query'>, processing: Processing, persons: Iterable<string>): Promise<void> {
    const lines = this.of(processing);
    lines.processed(persons);
    return lines.write(manager);
  }

  /** The person of a person id, in this log and no other. */
  pseudonym(person: string): string {
    return createHmac('sha256', this.facts.key).update(person).digest('base64url');
  }
}

export class RequestLog {
  private readonly shown = new Set<string>();
  private readonly hidden = new Set<string>();
  private readonly startedAt = Date.now();
  private status: ProcessingStatus = 'Ok';
  private action: string;

  constructor(
    private readonly log: ProcessingLog,
    private readonly facts: LogFacts,
    private readonly processing: Processing,
  ) {
    this.action = processing.action ?? 'unknown';
  }

  processed(persons: Iterable<string>): void {
    for (const person of persons) this.shown.add(person);
  }

  /** Named by the client and not shown: absent or hidden, which look alike here too. */
  refused(persons: Iterable<string>): void {
    for (const person of persons) this.hidden.add(person);
  }

  did(action: string): void {
    this.action = action;
  }

  /** Part of the work broke down. A refusal or a mistake of the client is no error. */
  failed(): void {
    this.status = 'Error';
  }

  get service(): string {
    return this.facts.service;
  }

  /** Whose log it is. */
  get body(): string {
    return this.bodyOf(this.facts.service);
  }

  pseudonym(person: string): string {
    return this.log.pseudonym(person);
  }

  get isEmpty(): boolean {
    return this.shown.size === 0 && this.hidden.size === 0;
  }

  async write(manager: Pick<EntityManager, 'query'>): Promise<void> {
    const lines = this.lines();
    if (lines) await manager.query(lines.text, lines.values);
  }

  /** The statement that writes all of it, as it is now; null when there is nothing to be written. */
  lines(): LogLines | null {
    if (this.isEmpty) return null;
    const { service, register, exported } = this.facts;
    const { viewer, requestId, from, parentSpan = null, purpose } = this.processing;
    const activity = viewer?.purpose ?? purpose ?? NO_PURPOSE;
    const facts = {
      request: requestId, service, traceId: traceIdOf(requestId), parentSpan, status: this.status, action: this.action, startedAt: this.startedAt, endedAt: Date.now(), activity,
      activityUri: `${register}${activity}`, subjectType: SUBJECT_TYPE, foreignProcessor: this.processorOf(from), origin: from, exported,
      actor: this.actorOf(viewer, from), body: viewer?.body ?? this.bodyOf(from), roles: viewer?.roles ?? [],
    };
    return linesOf(facts, [...this.rows(this.shown, 'SHOWN'), ...this.rows(this.hidden, 'REFUSED')]);
  }

  private rows(persons: Iterable<string>, result: PersonRow['result']): PersonRow[] {
    return [...persons].map((person) => ({ subject: this.log.pseudonym(person), span: newSpanId(), result }));
  }

  /** A worker is known by his person id, which has no place in a log. */
  private actorOf(viewer: Viewer | null, from: string): string {
    if (!viewer) return from;
    return viewer.roles.includes('WORKER') ? this.log.pseudonym(viewer.subject) : viewer.subject;
  }

  /** The gateway is no body of its own: its questions are the client's. */
  private processorOf(from: string): string | null {
    const body = from === this.facts.service ? undefined : this.facts.registers.bodies.find(({ id }) => id === this.bodyOf(from));
    return body ? `urn:oin:${body.oin}` : null;
  }

  private bodyOf(from: string): string {
    return this.facts.registers.parties.find(({ service }) => service === from)?.body ?? from;
  }
}
