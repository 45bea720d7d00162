import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, print, validate } from 'graphql';
import { inRepository } from '../../../local/paths.js';
import { KINDS, kindOf, newQuestion } from './mix.js';
import { inSixths, report, verdictOf, type Sample } from './report.js';

const API = buildSchema(`
  type Query { users: [User] topProducts(first: Int): [Product] }
  type User { id: ID name: String username: String reviews: [Review] }
  type Review { id: ID body: String author: User product: Product }
  type Product { upc: String name: String price: Int weight: Int inStock: Boolean shippingEstimate: Int reviews: [Review] }
`);
const sample = (index: number, more: Partial<Sample> = {}): Sample => ({ minutes: index, rssMiB: 200, heapMiB: 90, handles: 50, latencies: [1, 2, 3], asked: 3, wrong: 0, ...more });
const twelve = (more: (index: number) => Partial<Sample>): Sample[] => Array.from({ length: 12 }, (_, index) => sample(index, more(index)));

describe('the mix', () => {
  it('has every kind in every hundred', () => {
    expect(new Set(Array.from({ length: 100 }, (_, index) => kindOf(index + 700)))).toEqual(new Set(KINDS));
  });

  it('asks what nobody asked before, and what the schema knows', () => {
    const texts = Array.from({ length: 300 }, (_, index) => newQuestion(index));
    expect(texts.flatMap((text) => validate(API, parse(text)))).toEqual([]);
    expect(new Set(texts.map((text) => print(parse(text.replace(/New\d+/, '')))))).toHaveProperty('size', 300);
  });
});

describe('the verdict', () => {
  it('is about all after the first sixth, when all is warm', () => {
    expect(inSixths(twelve(() => ({}))).map((some) => some.length)).toEqual([2, 2, 2, 2, 2, 2]);
    expect(verdictOf(twelve((index) => (index < 2 ? { rssMiB: 900, handles: 9, latencies: [1000] } : {})))).toEqual({ rssGrowthMiB: 0, handlesGrowth: 0, p99Drift: 0 });
  });

  it('sees what grows', () => {
    const { rssGrowthMiB, handlesGrowth, p99Drift } = verdictOf(twelve((index) => ({ rssMiB: 200 + index, handles: 50 + index, latencies: [index] })));
    expect([rssGrowthMiB, handlesGrowth]).toEqual([60, 8]);
    expect(p99Drift).toBeCloseTo(11 / 3 - 1);
  });

  it('is told with what was asked', () => {
    const text = report(twelve(() => ({ wrong: 1 })), { at: '2014-03-03', clients: 6, swaps: 4, kinds: new Map([['light', 30]]) });
    expect(text).toContain('36 requests (light 30), 4 new supergraphs, 12 answers that were not right');
  });
});

describe('the bench of an hour', () => {
  it('asks, swaps and samples: all its parts run, and every answer is right', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [inRepository('dist', 'test', 'bench', 'soak', 'main.js'), '--short', '--minutes', '0.3'], { encoding: 'utf8' });
    expect({ status, stdout, stderr }).toMatchObject({ status: 0, stdout: expect.stringMatching(/[1-9]\d* new supergraphs, 0 answers that were not right/) as unknown });
  }, 120_000);
});
