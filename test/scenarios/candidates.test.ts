/** Workers for a place: profiles of who waits and of who works inside a company, with the hours his company says, and never who he is. */
import { describe, expect, it } from '@jest/globals';
import type { GraphAnswer } from '../../local/demo/graph-client.js';
import { as, whileHanging } from '../kit/stack.js';

interface Candidates {
  readonly candidateOptions: {
    readonly options: readonly { readonly profile: string; readonly hoursPerWeek: string | null; readonly misses: readonly { readonly code: string }[] }[];
    readonly sources: readonly { readonly body: { readonly id: string }; readonly answered: boolean; readonly asOf: string | null }[];
  };
}

const QUERY = `query($first: Int) { candidateOptions(workplace: "zoetermeer-rijswijk:W:1005", first: $first) {
  options { profile hoursPerWeek workForms fits { code text } misses { code text } travelKilometres } sources { body { id } answered asOf } } }`;
const officer = 'placement-zoetermeer-rijswijk';
const ask = async (user = officer, first = 50): Promise<GraphAnswer<Candidates>> => (await as(user)).query<Candidates>(QUERY, { first });
const answered = ({ data }: GraphAnswer<Candidates>) => data!.candidateOptions.sources.map((one) => [one.body.id, one.answered]);

describe('candidates for a place', () => {
  it('are profiles with hours, without a name, a BSN or a person id, each time in the same order', async () => {
    const answer = await ask();
    expect(answer.errors).toBeUndefined();
    expect(answered(answer)).toEqual([['sw-zoetermeer-rijswijk', true], ['sw-leiden', true], ['sw-wassenaar', true], ['werk-en-inkomen', true]]);
    const { options, sources } = answer.data!.candidateOptions;
    expect(sources.every(({ asOf }) => asOf !== null)).toBe(true);
    expect(options).toHaveLength(50);
    expect(options.every(({ hoursPerWeek, misses }) => hoursPerWeek !== null || misses.some(({ code }) => code === 'HOURS'))).toBe(true);
    expect(options.filter(({ hoursPerWeek }) => hoursPerWeek !== null).length).toBeGreaterThan(0);
    expect(options.every(({ profile }) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(profile))).toBe(true);
    // A person id is 43 characters of base64url, a BSN nine digits; a name has no field here.
    const text = JSON.stringify(options.map(({ profile: _profile, ...rest }) => rest));
    expect(text).not.toMatch(/[A-Za-z0-9_-]{43}|\b\d{9}\b|workerName|person/i);
    expect((await ask()).data!.candidateOptions.options).toEqual(options);
  });

  it('are those of the other companies while one hangs, and it is said which', async () => {
    const during = await whileHanging('sw-leiden', () => ask());
    expect(during.errors).toBeUndefined();
    expect(answered(during)).toEqual([['sw-zoetermeer-rijswijk', true], ['sw-leiden', false], ['sw-wassenaar', true], ['werk-en-inkomen', true]]);
    expect(during.data!.candidateOptions.options.filter(({ hoursPerWeek }) => hoursPerWeek !== null).length).toBeGreaterThan(0);
  });

  it('are not for an analyst, and never more than fifty at once', async () => {
    expect((await ask('analyst')).errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE']);
    expect((await ask(officer, 51)).errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect((await ask(officer, 1)).data!.candidateOptions.options).toHaveLength(1);
  });
});
