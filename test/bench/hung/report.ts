/** What clients of other companies noticed. */

export interface State {
  readonly p50: number;
  readonly p95: number;
  readonly perSecond: number;
}

export interface HungFigures {
  readonly companies: number;
  readonly rounds: number;
  readonly well: State;
  readonly hung: State;
  /** Answers to the others that were not whole. */
  readonly wrong: number;
}

export const TARGET = 1.2;

export function report({ companies, rounds, well, hung, wrong }: HungFigures, at: string): string {
  const row = (name: string, { p50, p95, perSecond }: State): string => `| ${name} | ${perSecond.toFixed(0)} | ${p50.toFixed(1)} | ${p95.toFixed(1)} |`;
  const times = hung.p95 / well.p95;
  return [
    `Measured ${at}, ${companies} companies, 50 clients that ask one of the others, 10 that ask the one that hangs, ${rounds} rounds in turns, whole profile, Node ${process.version}.`,
    ['| the 50 others | requests/s | p50 ms | p95 ms |', '| --- | ---: | ---: | ---: |', row('all companies well', well), row('one company hung', hung)].join('\n'),
    `Their p95 is ${times.toFixed(2)}x what it was (asked: at most ${TARGET}x, ${times <= TARGET ? 'reached' : 'not reached'}); ${wrong} of their answers were not whole.`,
  ].join('\n\n');
}
