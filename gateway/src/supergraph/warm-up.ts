/** Plans what will be asked before a supergraph serves, so that nobody waits for the first plan of a known operation. */
import { Kind, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import { Forms } from '../engine/planning/forms.js';
import { normalise } from '../engine/planning/normalise.js';
import type { WarmTexts } from './generation.js';

/** What is not warm by then is planned when it is asked. */
const MAX_MS = 30_000;

/** Normal texts of all operations of the documents; without those that this schema does not know. */
export function normalTexts(schema: GraphQLSchema, documents: Iterable<string>): string[] {
  return [...documents].flatMap((text) => {
    try {
      const document = parse(text, { noLocation: true });
      const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION && one.operation !== 'subscription');
      return operations.flatMap((one) => (one.kind === Kind.OPERATION_DEFINITION ? textsOf(schema, document, one.name?.value ?? null) : []));
    } catch {
      return [];
    }
  });
}

function textsOf(schema: GraphQLSchema, document: DocumentNode, name: string | null): string[] {
  return new Forms(document, name, (form) => normalise(schema, form, name).text).known.filter((text) => text !== null);
}

/** Resolves with how many are warm. What cannot be planned any more is left out: who asks it is told then. */
export async function warmUp(plans: WarmTexts, texts: Iterable<string>): Promise<number> {
  const until = Date.now() + MAX_MS;
  const waiting = [...new Set(texts)].values();
  let warm = 0;
  const work = async (): Promise<void> => {
    for (const text of waiting) {
      if (Date.now() > until) return;
      await plans.warm(text).then(() => (warm += 1), () => undefined);
    }
  };
  await Promise.all([work(), work()]);
  return warm;
}
