import { expect, it } from '@jest/globals';
import { numbered } from './row-reading.js';

it('a name that stands twice is one parameter, and a type behind two colons is none', () => {
  expect(numbered('a.x = :one and a.y = any(:some) and (a.z is null or a.z >= :one) and a.d::text <> :other')).toEqual({
    text: 'a.x = $1 and a.y = any($2) and (a.z is null or a.z >= $1) and a.d::text <> $3', names: ['one', 'some', 'other'],
  });
});
