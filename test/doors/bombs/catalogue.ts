/** Requests that are made to cost much and say little, each with the codes that may refuse it. All of them by somebody who is signed in. */

export interface Bomb {
  readonly name: string;
  /** The body of the POST, as text. */
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly codes: readonly ('LIMIT_EXCEEDED' | 'BAD_USER_INPUT')[];
}

const LIMIT = ['LIMIT_EXCEEDED'] as const;
const INPUT = ['BAD_USER_INPUT'] as const;
/** Refused for its cost, or, where it stays within the budget, by the list itself. */
const EITHER = ['LIMIT_EXCEEDED', 'BAD_USER_INPUT'] as const;

const times = (count: number, text: (n: number) => string): string => Array.from({ length: count }, (_, n) => text(n)).join(' ');
const bomb = (name: string, query: string, codes: Bomb['codes'] = LIMIT, variables: unknown = {}): Bomb => ({ name, body: JSON.stringify({ query, variables }), codes });
const nested = (depth: number, open: string, close: string): string => open.repeat(depth) + close.repeat(depth);
const fragments = (levels: number, of: (next: string) => string): string =>
  `{ ...F0 } ${times(levels, (n) => `fragment F${n} on Query { ${of(`...F${n + 1}`)} }`)} fragment F${levels} on Query { __typename }`;
/** JSON by hand: the library that would write it does not reach so deep. */
const deepVariable = (depth: number): string => `{"query":"query($v: [ID!]) { __typename }","variables":{"v":${nested(depth, '[', ']')}}}`;

const PAGE = '{ totalCount nodes { id } }';
const RING = (turns: number): string => `{ swCompanies { ${'employments { nodes { person { employments { company { '.repeat(turns)} code ${'} } } } } '.repeat(turns)} } }`;

export const BOMBS: readonly Bomb[] = [
  bomb('fragments, 2 to the 14th', fragments(14, (next) => `${next} ${next}`)),
  bomb('fragments, 2 to the 25th', fragments(25, (next) => `${next} ${next}`)),
  bomb('fragments under aliases, 2 to the 14th', `{ person(id: "x") { ...F0 } } ${times(14, (n) => `fragment F${n} on Person { a: employments { person { ...F${n + 1} } } b: employments { person { ...F${n + 1} } } }`)} fragment F14 on Person { id }`),
  bomb('a ring of fragments', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }', INPUT),
  bomb('1,000 aliases', `{ ${times(1000, (n) => `a${n}: me { subject }`)} }`),
  bomb('600 aliases, few tokens', `{ ${times(600, (n) => `a${n}: businessDate`)} }`),
  bomb('60 look-ups by alias', `query($b: BSN!) { ${times(60, (n) => `a${n}: personByBsn(bsn: $b) { id }`)} }`, LIMIT, { b: '990001271' }),
  bomb('30 roots by alias', `{ ${times(30, (n) => `a${n}: swCompanies { code }`)} }`),
  bomb('10,000 duplicate fields', `{ ${'businessDate '.repeat(7_000)} }`),
  bomb('1,900 duplicate fields, few tokens', `{ ${'__typename '.repeat(1_900)} }`),
  bomb('400 duplicate objects', `{ ${'me { subject } '.repeat(400)} }`),
  bomb('duplicates in duplicates in duplicates', `{ ${`swCompanies { ${`workplaces { ${'totalCount '.repeat(11)} } `.repeat(11)} } `.repeat(11)} }`),
  bomb('100,000 tokens', `{ a(b: ${'['.repeat(100_000)}`, EITHER),
  bomb('depth 60', `{ person(id: "x") { ${'employments { person { '.repeat(30)} id ${'} } '.repeat(30)} } }`),
  bomb('rings of companies', RING(4)),
  bomb('a ring of introspection', `{ __schema { types { ${'fields { type { '.repeat(10)} name ${'} } '.repeat(10)} } } }`, EITHER),
  bomb('a million by a literal', `{ clients(first: 1000000) ${PAGE} }`, EITHER),
  bomb('a million by a variable', `query($n: Int) { clients(first: $n) ${PAGE} }`, EITHER, { n: 1_000_000 }),
  bomb('a million by a default', `query($n: Int = 1000000) { clients(first: $n) ${PAGE} }`, EITHER),
  bomb('one more than a page', `{ clients(first: 201) ${PAGE} }`, EITHER),
  bomb('a negative page', `{ clients(first: -5) ${PAGE} }`, EITHER),
  bomb('pages in pages', '{ swCompanies { workplaces(first: 200) { nodes { company { placements(first: 200) { nodes { workplace { company { employments(first: 200) { nodes { id } } } } } } } } } } }'),
  bomb('a thousand unknown directives', `{ businessDate ${times(900, () => '@x')} }`, EITHER),
  bomb('a hundred known directives', `{ ${'... @include(if: true) { '.repeat(120)} __typename ${'} '.repeat(120)} }`),
  { name: 'an array of requests', body: `[${Array.from({ length: 50 }, () => '{"query":"{ businessDate }"}').join(',')}]`, codes: INPUT },
  bomb('400 variables of one name', `query(${times(400, () => '$a: Int')}) { __typename }`, EITHER),
  bomb('a deep object as a literal', `{ clients(filter: ${'{ search: '.repeat(300)}"x"${' }'.repeat(300)}) ${PAGE} }`, INPUT),
  bomb('a deep object in a variable', 'query($f: ClientFilter) { clients(filter: $f) { totalCount } }', LIMIT, { f: JSON.parse(`${'{"search":'.repeat(500)}1${'}'.repeat(500)}`) as unknown }),
  { name: 'lists in lists in a variable', body: deepVariable(45_000), codes: LIMIT },
  bomb('20,000 values in a variable', 'query($v: [ID!]) { __typename }', LIMIT, { v: Array.from({ length: 20_000 }, () => 1) }),
  { name: 'a body of 200 kB', body: JSON.stringify({ query: `{ __typename } #${'x'.repeat(200_000)}` }), codes: LIMIT },
  { name: 'a body that says it is packed', body: JSON.stringify({ query: '{ __typename }' }), headers: { 'content-encoding': 'gzip' }, codes: INPUT },
];
