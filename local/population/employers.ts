/** The firms that the three companies work for. Some are known to two companies, under the same Chamber of Commerce number. */
import { fixedEmployers } from './fixed-workplaces.js';
import type { Employer } from './model.js';
import { firmName } from './names.js';
import { CATCHMENT, COMPANIES, EMPLOYERS, SHARED_EMPLOYERS, type CompanyCode } from './parameters.js';
import { Dice } from './random.js';
import { areasOf } from './registers.js';

/** Chamber of Commerce numbers from 99000101 on: in 2014 no number was near. */
const FIRST_KVK = 99_000_101;

export type EmployersByCompany = Readonly<Record<CompanyCode, readonly Employer[]>>;

export function makeEmployers(): EmployersByCompany {
  const dice = new Dice('employers');
  const own = ownEmployers(dice);
  const withShared = (code: CompanyCode): Employer[] => {
    const others = COMPANIES.filter((one) => one !== code).flatMap((one) => own[one]);
    return [...fixedEmployers[code], ...own[code], ...dice.some(others, SHARED_EMPLOYERS)];
  };
  return { 'zoetermeer-rijswijk': withShared('zoetermeer-rijswijk'), leiden: withShared('leiden'), wassenaar: withShared('wassenaar') };
}

function ownEmployers(dice: Dice): EmployersByCompany {
  let index = 0;
  const listFor = (code: CompanyCode): Employer[] =>
    Array.from({ length: EMPLOYERS[code] }, () => {
      const postcodeArea = dice.pick(areasOf(dice.pick(CATCHMENT[code])));
      const employer = { kvk: String(FIRST_KVK + index), name: firmName(index), postcodeArea };
      index += 1;
      return employer;
    });
  return { 'zoetermeer-rijswijk': listFor('zoetermeer-rijswijk'), leiden: listFor('leiden'), wassenaar: listFor('wassenaar') };
}
