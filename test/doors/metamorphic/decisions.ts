/** Decisions of the gateway by the thousand: its own code in a process beside, asked line by line. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Viewer } from '#kernel/viewer.js';
import { inRepository } from '../../../local/paths.js';
import type { Question } from './question.js';

export interface Decision {
  readonly hidden: readonly { readonly path: readonly string[]; readonly reason: string; readonly purposes: readonly string[] }[];
  /** Units of the gateway's budget. */
  readonly cost: number;
}

export class Decisions {
  private readonly child: ChildProcess;
  private readonly lines: AsyncIterator<string>;

  constructor(supergraphFile: string) {
    this.child = spawn(process.execPath, [inRepository('dist', 'gateway', 'test', 'decide-lines.js'), supergraphFile], { stdio: ['pipe', 'pipe', 'inherit'] });
    if (!this.child.stdout) throw new TypeError('no pipe');
    this.lines = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
  }

  /** One after the other. */
  async of({ query, operationName, variables }: Question, viewer: Viewer): Promise<Decision> {
    this.child.stdin?.write(`${JSON.stringify({ query, operationName, variables, viewer })}\n`);
    const { value, done } = await this.lines.next();
    if (done) throw new Error(`the gateway's decision stopped at: ${query}`);
    return JSON.parse(value) as Decision;
  }

  async close(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.stdin?.end();
    await gone;
  }
}
