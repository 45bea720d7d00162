import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { loadRegisters } from '#kernel/registers.js';
import { ROLES } from '#kernel/viewer.js';
import { DEMO_USERS } from './demo-users.js';
import { inRepository } from './paths.js';

const registers = loadRegisters();
const glossary = readFileSync(inRepository('docs', 'glossary.md'), 'utf8');

/** The word on screen of a concept. */
const onScreen = (concept: string): string => new RegExp(`^\\| ${concept} \\| ([^|]+) \\|`, 'm').exec(glossary)?.[1] ?? 'not in the glossary';

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

  it('are called on screen what the glossary calls them', () => {
    const concepts = { CASE_WORKER: 'case worker', PLACEMENT_OFFICER: 'placement officer' } as const;
    for (const [role, concept] of Object.entries(concepts)) {
      const titles = DEMO_USERS.filter(({ roles }) => roles.some((one) => one === role)).map(({ name }) => name.split(',')[0]?.toLowerCase());
      expect(new Set(titles)).toEqual(new Set([onScreen(concept)]));
    }
  });

  it('have names and subjects of their own; the worker is known by a person id', () => {
    expect(new Set(DEMO_USERS.map(({ user }) => user)).size).toBe(DEMO_USERS.length);
    expect(new Set(DEMO_USERS.map(({ subject }) => subject)).size).toBe(DEMO_USERS.length);
    expect(DEMO_USERS.find(({ user }) => user === 'worker')?.subject).toMatch(/^[\w-]{43}$/);
  });
});
