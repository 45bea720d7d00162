/** Prints docs/agreement-states.md out of the state machine; its test compares the file with it. */
import { stateDocument } from './domain/state-document.js';

process.stdout.write(stateDocument());
