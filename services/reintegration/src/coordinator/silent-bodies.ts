/**
 * Which bodies did not answer the coordinator last time. Such a body is asked one thing at a time until it answers, and whoever comes meanwhile hears at once
 * that it is silent: many agreements that wait for a hung company must not take the time of the others.
 */
import { Fault, unavailable } from '#kernel/faults.js';

export class SilentBodies {
  private readonly silent = new Set<string>();
  private readonly asked = new Set<string>();

  async ask<T>(body: string, question: () => Promise<T>): Promise<T> {
    if (!this.silent.has(body)) return this.listen(body, question);
    if (this.asked.has(body)) throw unavailable(body);
    this.asked.add(body);
    return this.listen(body, question).finally(() => this.asked.delete(body));
  }

  private async listen<T>(body: string, question: () => Promise<T>): Promise<T> {
    try {
      const answer = await question();
      this.silent.delete(body);
      return answer;
    } catch (error) {
      if (error instanceof Fault && error.code === 'UNAVAILABLE') this.silent.add(body);
      else this.silent.delete(body);
      throw error;
    }
  }
}
