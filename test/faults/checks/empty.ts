/** Bodies that hold nothing yet. */
import type { Bodies } from '../bodies.js';

export const emptyBodies: Bodies = { agreements: [], history: [], parties: [], offers: [], companies: [], inboxes: {}, posts: {}, audits: {} };
