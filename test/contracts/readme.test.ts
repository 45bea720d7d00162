/** The README's questions, run as printed (on this stack's port), give the answers that are printed below them. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { inRepository } from '../../local/paths.js';
import { url } from '../kit/stack.js';

const text = readFileSync(inRepository('README.md'), 'utf8');
const examples = [...text.matchAll(/```sh\n([^`]*curl[^`]*)```\n\n```json\n([^`]*)```/g)].map(([, command, answer]) => ({ command: command ?? '', answer: answer ?? '' }));

describe('the README', () => {
  it('has its questions with their answers', () => {
    expect(examples).toHaveLength(4);
  });

  it.each(examples.map(({ command, answer }, index) => [index + 1, command, answer] as const))('question %i works as printed', (_number, command, answer) => {
    const asked = command.replaceAll('http://127.0.0.1:4000', url);
    const printed = execFileSync('bash', ['-c', asked], { cwd: inRepository(), encoding: 'utf8' });
    expect(JSON.parse(printed)).toEqual(JSON.parse(answer));
  });

  it('names only scripts that exist', () => {
    const { scripts } = JSON.parse(readFileSync(inRepository('package.json'), 'utf8')) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/npm run (?:--silent )?([a-z:]+)/g)].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });
});
