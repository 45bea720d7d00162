import { describe, expect, it } from '@jest/globals';
import { createLogger, flatLines, type Logger } from './log.js';

/** What a logger writes of one line. */
function written(line: object, which: (logger: Logger) => Logger = (logger) => logger): Record<string, unknown> {
  const logger = which(createLogger('test', 'info'));
  const stream = (logger as unknown as Record<symbol, { write(text: string): void }>)[streamOf(logger)];
  const texts: string[] = [];
  if (stream) stream.write = (text) => void texts.push(text);
  logger.info(line);
  return JSON.parse(texts.join('')) as Record<string, unknown>;
}

function streamOf(logger: object): symbol {
  const found = Object.getOwnPropertySymbols(Object.getPrototypeOf(logger)).concat(Object.getOwnPropertySymbols(logger)).find(({ description }) => description === 'pino.stream');
  if (!found) throw new TypeError('a logger without a stream');
  return found;
}

describe('the log', () => {
  const personal = { bsn: '990000011', name: 'An', token: 't', authorization: 'Bearer t', variables: { a: 1 }, query: '{ me }', password: 'p' };
  const gone = Object.fromEntries(Object.keys(personal).map((name) => [name, '[weg]']));

  it('tells no value of a person, nor what lets somebody in, in a line or in an object of it', () => {
    const { token, password, ...inside } = personal;
    expect(written({ ...personal, inner: inside })).toMatchObject({ ...gone, inner: { bsn: '[weg]', name: '[weg]', authorization: '[weg]', variables: '[weg]', query: '[weg]' } });
    expect([token, password]).toHaveLength(2);
  });

  it('tells none in the line of a request either', () => {
    expect(written({ ...personal, status: 200 }, flatLines)).toMatchObject({ ...gone, status: 200 });
  });
});
