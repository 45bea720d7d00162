import { expect, it } from '@jest/globals';
import { stateDocument } from './state-document.js';
import { AGREEMENT_STATES, STATE_MACHINE } from './state-machine.js';

it('the document names every state and every step', () => {
  const text = stateDocument();
  expect(AGREEMENT_STATES.filter((state) => !text.includes(state))).toEqual([]);
  expect(Object.keys(STATE_MACHINE).filter((step) => !text.includes(`| ${step} |`))).toEqual([]);
});
