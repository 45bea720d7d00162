/** Whether a gateway of several processes may get requests: at its start when all of them may, after that as long as one may. */
import type { Health } from './messages.js';

export class HealthOfAll {
  private readonly known = new Map<number, Health>();
  private wasReady = false;
  private leaving = false;

  constructor(private readonly wanted: number) {}

  /** Of the worker at `place`; null when it ended. */
  heard(place: number, health: Health | null): void {
    if (health) this.known.set(place, health);
    else this.known.delete(place);
    this.wasReady ||= this.ready;
  }

  goodbye(): void {
    this.leaving = true;
  }

  get health(): Health {
    if (this.leaving) return { ready: false, text: 'stopping\n' };
    if (!this.ready) return { ready: false, text: [...this.known.values()].find(({ ready }) => !ready)?.text ?? 'waiting for: workers\n' };
    // What one of them warns of stands behind its own first line.
    const texts = [...this.known.values()].filter(({ ready }) => ready).map(({ text }) => text);
    const text = texts.find((one) => one.split('\n').length > 2) ?? 'ready\n';
    return { ready: true, text: this.readyOnes === this.wanted ? text : `${text}workers: ${this.readyOnes} of ${this.wanted}\n` };
  }

  get readyOnes(): number {
    return [...this.known.values()].filter(({ ready }) => ready).length;
  }

  private get ready(): boolean {
    return this.readyOnes >= (this.wasReady ? 1 : this.wanted);
  }
}
