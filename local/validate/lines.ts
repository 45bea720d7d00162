/** The lines of a file, one at a time: a file of any size is judged in little memory. A line that never ends is refused, not gathered. */
import { createReadStream } from 'node:fs';

const LONGEST = 10_000;

/** With their numbers from 1; empty lines are counted and left out. */
export async function* linesOf(file: string): AsyncGenerator<readonly [number: number, text: string]> {
  let rest = '';
  let number = 0;
  for await (const chunk of createReadStream(file, { encoding: 'utf8' })) {
    const lines = `${rest}${String(chunk)}`.split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST) throw new Error(`${file}: line ${number + lines.length + 1} has more than ${LONGEST} characters, this is no such file`);
    for (const line of lines) {
      number += 1;
      yield* kept(number, line);
    }
  }
  yield* kept(number + 1, rest);
}

function* kept(number: number, line: string): Generator<readonly [number, string]> {
  const text = line.replace(/\r$/, '').replace(/^\uFEFF/, '');
  if (text !== '') yield [number, text];
}
