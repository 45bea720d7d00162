import { describe, expect, it } from '@jest/globals';
import { loadRegisters } from '#kernel/registers.js';
import { ROLES } from '#kernel/viewer.js';
import { DEMO_USERS } from './demo-users.js';

const registers = loadRegisters();

describe('the demo users', () => {
  it('cover every role', () => {
    expect(new Set(DEMO_USERS.flatMap(({ roles }) => roles))).toEqual(new Set(ROLES));
  });

  it('work for bodies of the register and name a purpose that their role has', () => {
    for (const { user, body, roles, purpose } of DEMO_USERS) {
      const registered = registers.purposes.find(({ code }) => code === purpose);
      expect({ user, body: registers.bodies.some(({ id }) => id === body), purpose: roles.every((role) => registered?.roles.includes(role)) }).toEqual({ user, body: true, purpose: true });
    }
  });

  it('have names and subjects of their own; the worker is known by a person id', () => {
    expect(new Set(DEMO_USERS.map(({ user }) => user)).size).toBe(DEMO_USERS.length);
    expect(new Set(DEMO_USERS.map(({ subject }) => subject)).size).toBe(DEMO_USERS.length);
    expect(DEMO_USERS.find(({ user }) => user === 'worker')?.subject).toMatch(/^[\w-]{43}$/);
  });
});
