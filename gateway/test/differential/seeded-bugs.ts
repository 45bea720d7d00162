/**
 * The judges are as good as the bugs they find: each of these is put into a copy of the built engine, and a short run with that copy must find it. A patch that no
 * longer fits the engine fails, so that no bug is quietly not tested. That objects of one key which bring more are two objects is held by its own test alone
 * (execution/identity.test.ts): in a world where everything about an object is the same wherever it stands, nobody can see it.
 */
export interface SeededBug {
  readonly name: string;
  /** The rule that it breaks. */
  readonly breaks: string;
  /** Below dist/gateway/src/engine. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

export const SEEDED_BUGS: readonly SeededBug[] = [
  {
    name: 'two entities of one answer are swapped',
    breaks: 'every object gets its own entity',
    file: 'execution/entity-fetch.js',
    from: 'const wanted = targets[index];',
    to: 'const wanted = targets[targets.length - 1 - index];',
  },
  {
    name: 'only the first of several equal objects gets the entity',
    breaks: 'every object gets its own entity',
    file: 'execution/entity-fetch.js',
    from: 'merging.into(group, entity,',
    to: 'merging.into(group.slice(0, 1), entity,',
  },
  {
    name: 'entities are shared between different questions',
    breaks: 'only what is asked identically is shared',
    file: 'execution/compile-fetches.js',
    from: '[node.serviceName, text, ',
    to: '[node.serviceName, ',
  },
  {
    name: 'fields keep the keys of the client',
    breaks: 'what the client asks is never taken for what a key or a @requires needs',
    file: 'planning/normalise-marks.js',
    from: 'if (key === name.value && definition.args.length === 0 && !looksMarked(key))',
    to: 'if (key !== undefined)',
  },
  {
    name: 'the first error of an answer is dropped',
    breaks: 'every error of a subgraph is told',
    file: 'execution/entity-fetch.js',
    from: 'for (const error of errors) {',
    to: 'for (const error of errors.slice(1)) {',
  },
  {
    name: 'an error stands at the first object of its answer',
    breaks: 'an error stands where its object stands',
    file: 'execution/entity-fetch.js',
    from: "? error.path[1] : undefined",
    to: "? 0 : undefined",
  },
  {
    name: 'parts of one inner object replace each other',
    breaks: 'what two fetches bring of one object is joined',
    file: 'execution/merging.js',
    from: 'joined: parts && overlays ? new Merging(parts, overlays, this.types) : null',
    to: 'joined: null',
  },
  {
    name: 'a plan keeps the literals of who asked first',
    breaks: 'documents of one form share a plan and nothing else',
    file: 'compiled-engine.js',
    from: '{ ...values, ...variables }',
    to: '{ ...((this.seen ??= new Map()).get(text) ?? (this.seen.set(text, values), values)), ...variables }',
  },
  {
    name: 'a null where none may stand is told by nobody',
    breaks: 'no null rises without an error',
    file: 'answer/writing.js',
    from: 'this.errors.push(new GraphQLError(',
    to: 'void (new GraphQLError(',
  },
  {
    name: 'conditions are left to the planner',
    breaks: 'what is left out takes nothing else with it',
    file: 'planning/forms.js',
    from: 'decided(this.document, truths)',
    to: 'this.document',
  },
  {
    name: 'of questions in one request each gets the answer to the first of its kind',
    breaks: 'what comes of questions that travel together is what would have come of each alone',
    file: 'execution/joint-question.js',
    from: 'list.slice(from, to)',
    to: 'list.slice(0, to - from)',
  },
  {
    name: 'what one question does to a whole request is not mended for the others',
    breaks: 'what comes of questions that travel together is what would have come of each alone',
    file: 'execution/joint-question.js',
    from: 'if (!reply.data && !reply.failure)',
    to: 'if (reply === null)',
  },
];
