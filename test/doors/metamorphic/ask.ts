import type { GraphAnswer } from '../../../local/demo/graph-client.js';
import type { DemoUser } from '../../../local/demo-users.js';
import type { Question } from './question.js';

/** Asks a running stack as a demo user. */
export type Ask = (user: DemoUser, question: Question) => Promise<GraphAnswer<unknown>>;
