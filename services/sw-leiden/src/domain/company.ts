/** The code under which this company stands in the partner register; part of every id that it hands out. */
export const COMPANY_CODE = 'leiden';
