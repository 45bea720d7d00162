/**
 * Who takes only the old media type expects 200 for every well-formed request, and looks for errors in the answer (GraphQL over HTTP,
 * application/json). Refusals that are not about the document keep their status.
 */
export function legacyStatus(status: number, accept: string | undefined): number {
  return status === 400 && /\bapplication\/json\b/i.test(accept ?? '') && !/graphql-response|\*/.test(accept ?? '') ? 200 : status;
}
