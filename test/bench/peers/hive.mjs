/** Hive Gateway's configuration: as it comes, quiet, with the caller's Authorization passed on, so that nothing is shared between callers. */
export const gatewayConfig = {
  propagateHeaders: { fromClientToSubgraphs: ({ request }) => ({ authorization: request.headers.get('authorization') ?? '' }) },
  logging: 'error',
  pollingInterval: 0,
};
