/** Hive Gateway as it comes, with the caller's Authorization passed on; quiet, and a file that does not change is not looked at again. */
export const gatewayConfig = {
  propagateHeaders: { fromClientToSubgraphs: ({ request }) => ({ authorization: request.headers.get('authorization') ?? '' }) },
  logging: 'error',
  pollingInterval: 0,
};
