/** What the verifier tells the one who asked. */
import type { ExportContent } from './export-document.js';
import type { ProofReport } from './verify-export.js';

/** What a file that is not genuine says is not repeated. */
export function proofText({ content, faults }: ProofReport): string {
  if (content === null || faults.length > 0) return `NOT GENUINE:\n${faults.map((fault) => `  ${fault}\n`).join('')}`;
  return `${summary(content)}GENUINE: nothing was changed since the export, and every acceptance is signed by its own body.\n`;
}

function summary({ agreement, exportedAt, by, acceptances, termsVersions, history }: ExportContent): string {
  const current = termsVersions.at(-1);
  const valid = acceptances.filter((one) => one.voidedBy === null);
  const lines = valid.map(({ role, actingBody, termsVersion, at }) => {
    const party = termsVersions.find((one) => one.number === termsVersion)?.parties.find((one) => one.role === role);
    return `  ${role.padEnd(22)} ${actingBody} for ${party?.onBehalfOf ?? '?'} (${party?.basis ?? '?'}), version ${termsVersion}, ${at}\n`;
  });
  return [
    `agreement ${agreement.id}: ${agreement.state}, terms version ${current?.number ?? '-'}, sha256 ${current?.hash ?? '-'}\n`,
    `exported ${exportedAt} by ${by}; ${history.length} events, ${termsVersions.length} terms versions, ${acceptances.length} acceptances of which ${valid.length} valid\n`,
    ...lines,
  ].join('');
}
