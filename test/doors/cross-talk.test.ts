/** Plans and documents are kept by their text: the variables, the user and the purpose of one request never show in another (threat 33). */
import { describe, expect, it } from '@jest/globals';
import { DEMO_USERS } from '../../local/demo-users.js';
import { as, personOf } from '../kit/stack.js';
import { leidschendamWorkers, scenarioWorkers } from '../../local/population/fixed-people.js';

const ROUNDS = 400;
const AT_ONCE = 20;

interface Own {
  readonly me: { readonly subject: string; readonly purpose?: string };
  readonly swCompany: { readonly code: string };
}

async function inTurns(count: number, one: (n: number) => Promise<void>): Promise<void> {
  for (let from = 0; from < count; from += AT_ONCE) await Promise.all(Array.from({ length: AT_ONCE }, (_, n) => one(from + n)));
}

describe('the same text from two users, with other variables', () => {
  it('gives each his own answer, interleaved', async () => {
    const users = ['placement-leiden', 'case-worker', 'analyst', 'placement-wassenaar'];
    const clients = await Promise.all(users.map((user) => as(user)));
    const codes = ['leiden', 'wassenaar', 'zoetermeer-rijswijk'];
    await inTurns(ROUNDS, async (n) => {
      const code = codes[n % codes.length]!;
      const { data } = await clients[n % users.length]!.query<Own>('query Own($code: ID!) { me { subject } swCompany(code: $code) { code } }', { code });
      expect(data).toEqual({ me: { subject: DEMO_USERS.find(({ user }) => user === users[n % users.length])!.subject }, swCompany: { code } });
    });
  });

  it('shows no person to whom he is hidden, whoever asked before', async () => {
    const [worker, officer] = [await as('case-worker'), await as('placement-wassenaar')];
    const people = [scenarioWorkers[14]!, leidschendamWorkers[0]!].map(({ bsn }) => personOf(bsn));
    await inTurns(ROUNDS / 4, async (n) => {
      const id = people[n % people.length]!;
      const { data } = await (n % 3 === 0 ? officer : worker).query<{ person: { id: string } | null }>('query One($id: ID!) { person(id: $id) { id } }', { id });
      expect(data?.person ?? null).toEqual(n % 3 === 0 ? null : { id });
    });
  });
});
