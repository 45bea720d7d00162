/** The data of the four subgraphs: six users, two hundred products, and reviews of the first nine of them. The same at every start. */

export interface User {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly birthYear: number;
}

export interface Product {
  readonly upc: string;
  readonly name: string;
  readonly price: number;
  readonly weight: number;
  readonly inStock: boolean;
}

export interface Review {
  readonly id: string;
  readonly body: string;
  readonly authorId: string;
  readonly productUpc: string;
}

const FIRST_NAMES = ['Anna', 'Bram', 'Chaima', 'Dirk', 'Esra', 'Floor'];
const LAST_NAMES = ['Bakker', 'de Groot', 'El Amrani', 'Mulder', 'Yilmaz', 'van Dam'];
const MATERIALS = ['Oak', 'Steel', 'Linen', 'Glass', 'Cork', 'Wool', 'Clay', 'Bamboo', 'Copper', 'Paper'];
const THINGS = ['table', 'lamp', 'chair', 'basket', 'shelf', 'bench', 'bowl', 'clock', 'frame', 'stool', 'vase', 'rack', 'tray', 'box', 'mirror', 'desk', 'hook', 'jug', 'rug', 'screen'];
const ROOMS = ['for the garden', 'for the kitchen', 'for the study', 'for the hall'];
const OPINIONS = [
  'Does what it should, and has done so for a year.',
  'Would buy it again without thinking twice about it.',
  'Smaller than it looks in the picture, but it fits.',
  'Sturdy, easy to clean, and friendly to the floor.',
  'Arrived a day late, yet well packed and complete.',
  'A gift to my sister, who received it very well.',
];
const PRODUCTS = 200;
const REVIEWED = 9;
const REVIEWS = 25;

export const users: readonly User[] = FIRST_NAMES.map((first, index) => ({
  id: `user-${index + 1}`,
  name: `${first} ${LAST_NAMES[index]}`,
  username: `${first.toLowerCase()}${index + 1}`,
  birthYear: 1960 + 7 * index,
}));

export const products: readonly Product[] = Array.from({ length: PRODUCTS }, (_, index) => ({
  upc: `product-${String(index + 1).padStart(3, '0')}`,
  name: `${MATERIALS[index % MATERIALS.length]} ${THINGS[Math.floor(index / MATERIALS.length)]} ${ROOMS[index % ROOMS.length]}`,
  price: 5 + ((index * 37) % 1500),
  weight: 50 + ((index * 113) % 4000),
  inStock: index % 3 !== 1,
}));

/** Spread so that every user wrote about the same number, and every one of the nine products got about the same number. */
export const reviews: readonly Review[] = Array.from({ length: REVIEWS }, (_, index) => ({
  id: `review-${index + 1}`,
  body: OPINIONS[index % OPINIONS.length] as string,
  authorId: `user-${(index % FIRST_NAMES.length) + 1}`,
  productUpc: `product-${String(((index * 5) % REVIEWED) + 1).padStart(3, '0')}`,
}));

/** What sending a product costs: nothing for what is dear, else by weight. */
export function shippingOf(price: number, weight: number): number {
  return price > 1000 ? 0 : Math.round(weight / 2);
}
