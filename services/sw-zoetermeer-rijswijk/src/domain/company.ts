/** What this company is called in the federation. Ports, database and keys are settings. */
export const COMPANY_CODE = 'zoetermeer-rijswijk';
