/** The public operations of operations/ run as written: each is valid against the API. */
import { validate } from 'graphql';
import { apiSchemaOf } from '../planning.js';
import type { Rule } from '../rule.js';

export const validOperations: Rule = {
  name: 'valid-operations',
  check: ({ supergraphSdl, operations }) => {
    const api = apiSchemaOf(supergraphSdl);
    return [...operations].flatMap(([file, document]) => validate(api, document).map((error) => `${file}: ${error.message}`));
  },
};
