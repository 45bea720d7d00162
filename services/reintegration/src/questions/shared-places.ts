/**
 * The open places of all companies, asked once for everything that one viewer is told within a second: when many lose a race for one place, each of them is
 * offered others, and the companies answer one question and not fifty. What is offered may be taken meanwhile in any case; a hold decides.
 */
import type { CompanyAnswer } from '../domain/directory-ports.js';
import type { OpenWorkplace } from '../domain/matching.js';
import type { Asking } from './ask-company.js';

export type Places = readonly CompanyAnswer<OpenWorkplace>[];

const SHARED_MS = 1_000;

export class SharedPlaces {
  private readonly asked = new Map<string, { readonly at: number; readonly places: Promise<Places> }>();

  constructor(private readonly clock: () => number = () => performance.now()) {}

  /** Each company logs who asked, so nobody is told what somebody else has asked. */
  of({ viewer, businessDate }: Pick<Asking, 'viewer' | 'businessDate'>, ask: () => Promise<Places>): Promise<Places> {
    this.forgetOld();
    const key = JSON.stringify([viewer.subject, viewer.body, viewer.roles, viewer.purpose, businessDate]);
    const known = this.asked.get(key);
    if (known) return known.places;
    const places = ask();
    this.asked.set(key, { at: this.clock(), places });
    // A company that did not answer may answer the next time.
    places.then((answers) => answers.every((one) => one.answered) || this.asked.delete(key), () => this.asked.delete(key));
    return places;
  }

  private forgetOld(): void {
    const oldest = this.clock() - SHARED_MS;
    for (const [key, { at }] of this.asked) if (at < oldest) this.asked.delete(key);
  }
}
