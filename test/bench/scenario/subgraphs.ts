/** The four subgraphs as executable schemas: schema text beside this file, answers from the shop's data. */
import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, type GraphQLSchema } from 'graphql';
import { inRepository } from '../../../local/paths.js';
import { products, reviews, shippingOf, users, type Product, type Review } from './shop.js';

export const SUBGRAPHS = ['accounts', 'inventory', 'products', 'reviews'] as const;
export type SubgraphName = (typeof SUBGRAPHS)[number];

type Resolvers = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

interface Reference {
  readonly id: string;
  readonly upc: string;
  readonly price?: number;
  readonly weight?: number;
}

function grouped(key: 'authorId' | 'productUpc'): ReadonlyMap<string, readonly Review[]> {
  const groups = new Map<string, Review[]>();
  for (const review of reviews) groups.set(review[key], [...(groups.get(review[key]) ?? []), review]);
  return groups;
}

const userOf = new Map(users.map((user) => [user.id, user]));
const productOf = new Map<string, Product>(products.map((product) => [product.upc, product]));
const reviewOf = new Map(reviews.map((review) => [review.id, review]));
const byAuthor = grouped('authorId');
const byProduct = grouped('productUpc');

const RESOLVERS: Readonly<Record<SubgraphName, Resolvers>> = {
  accounts: {
    Query: { me: () => users[0], user: (_: unknown, { id }: { id: string }) => userOf.get(id), users: () => users },
    User: { __resolveReference: ({ id }: Reference) => userOf.get(id) },
  },
  inventory: {
    Product: {
      __resolveReference: (reference: Reference) => ({ ...reference, inStock: productOf.get(reference.upc)?.inStock }),
      shippingEstimate: ({ price, weight }: Reference) => (price === undefined || weight === undefined ? null : shippingOf(price, weight)),
    },
  },
  products: {
    Query: { topProducts: (_: unknown, { first }: { first: number }) => products.slice(0, first), product: (_: unknown, { upc }: { upc: string }) => productOf.get(upc) },
    Product: { __resolveReference: ({ upc }: Reference) => productOf.get(upc) },
  },
  reviews: {
    Review: {
      __resolveReference: ({ id }: Reference) => reviewOf.get(id),
      author: ({ authorId }: Review) => ({ id: authorId, username: userOf.get(authorId)?.username }),
      product: ({ productUpc }: Review) => ({ upc: productUpc }),
    },
    User: { reviews: ({ id }: Reference) => byAuthor.get(id) ?? [], reviewCount: ({ id }: Reference) => byAuthor.get(id)?.length ?? 0 },
    Product: { reviews: ({ upc }: Reference) => byProduct.get(upc) ?? [] },
  },
};

export function schemaText(name: SubgraphName): string {
  return readFileSync(inRepository('test', 'bench', 'scenario', `${name}.graphql`), 'utf8');
}

export function executable(name: SubgraphName): GraphQLSchema {
  return buildSubgraphSchema({ typeDefs: parse(schemaText(name)), resolvers: RESOLVERS[name] as never });
}
