import { describe, expect, it } from '@jest/globals';
import { onceDatabaseIsUp } from './database-waits.js';

const failing = (code: string) => Object.assign(new Error(code), { code });

describe('a service that starts', () => {
  it.each(['57P03', 'ECONNREFUSED', '57P01'])('waits while the database says %s', async (code) => {
    let asked = 0;
    const open = () => ((asked += 1) < 3 ? Promise.reject(failing(code)) : Promise.resolve('open'));
    expect(await onceDatabaseIsUp(open)).toBe('open');
    expect(asked).toBe(3);
  });

  it('does not wait for what will not pass: a wrong password, a database that is not there', async () => {
    for (const code of ['28P01', '3D000']) {
      let asked = 0;
      await expect(onceDatabaseIsUp(() => ((asked += 1), Promise.reject(failing(code))))).rejects.toMatchObject({ code });
      expect(asked).toBe(1);
    }
  });

  it('gives up after its patience, with what the database said', async () => {
    await expect(onceDatabaseIsUp(() => Promise.reject(failing('57P03')), 0)).rejects.toMatchObject({ code: '57P03' });
  });
});
