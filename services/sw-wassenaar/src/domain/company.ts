/** The code under which this company stands in the partner register, and the body that is the formal employer of its workers. */
export const COMPANY_CODE = 'wassenaar';

/** The arrangement's board takes the place of its colleges as employer (Wsw art. 1 lid 2). */
export const FORMAL_EMPLOYER = 'sw-wassenaar';
