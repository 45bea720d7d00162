/**
 * What this arrangement told of its employments in the file of one half-year, as it told it. Nothing is made of the roster or of
 * agreements here: a half-year without a file is not known, and a record that a corrected file leaves out is not told.
 */
import type { EntityManager } from 'typeorm';
import { periodOf } from '#sw-contract/domain/employment-statistics.js';
import type { ContractStatistics, EmploymentStatistics, FormStatistics } from '#sw-contract/model.js';
import type { RowScope, StatisticsAnswer, StatisticsQuestion } from '#sw-contract/port.js';

interface Line {
  readonly persoon: string;
  readonly betalende_gemeente: string | null;
  readonly begin_dienstbetrekking: string | null;
  readonly detachering: ContractStatistics['secondment'];
  readonly einde_dienstbetrekking: string | null;
  readonly uren_dienstbetrekking: number | null;
  readonly loon_dienstbetrekking: number | null;
  readonly begin_begeleid_werken: string | null;
  readonly einde_begeleid_werken: string | null;
  readonly uren_begeleid_werken: number | null;
  readonly loon_begeleid_werken: number | null;
  readonly reden_ontslag: number | null;
  readonly bestemming_uitstroom: number | null;
}

const LINES = `
  SELECT s.persoon, s.betalende_gemeente, s.begin_dienstbetrekking::text, s.detachering, s.einde_dienstbetrekking::text, s.uren_dienstbetrekking,
         s.loon_dienstbetrekking, s.begin_begeleid_werken::text, s.einde_begeleid_werken::text, s.uren_begeleid_werken, s.loon_begeleid_werken,
         s.reden_ontslag, s.bestemming_uitstroom
  FROM statistiek s
  WHERE s.periode = $1 AND s.levering = $6 AND s.persoon = ANY($2) AND coalesce(s.begin_dienstbetrekking, s.begin_begeleid_werken) IS NOT NULL
    AND ($3 OR s.persoon = ANY($4) OR coalesce(s.betalende_gemeente, s.gemeente_inschrijving) = ANY($5))
  ORDER BY s.persoon, least(s.begin_dienstbetrekking, s.begin_begeleid_werken), s.volgnummer`;

export async function statistics(em: EntityManager, scope: RowScope, { halfYear, persons }: StatisticsQuestion): Promise<StatisticsAnswer> {
  const [file] = await em.query<{ id: number }[]>(`SELECT id FROM delivery WHERE kind = 'statistics' AND as_of = $1 ORDER BY id DESC LIMIT 1`, [periodOf(halfYear)?.lastDay ?? null]);
  if (!file) return { known: false, employments: [] };
  const lines = await em.query<Line[]>(LINES, [halfYear, persons, scope.everything, scope.persons, scope.payingMunicipalities, file.id]);
  return { known: true, employments: lines.map(toStatistics) };
}

function toStatistics(line: Line): EmploymentStatistics {
  return {
    person: line.persoon,
    payingMunicipality: line.betalende_gemeente,
    contract: contractOf(line),
    supervised: formOf(line.begin_begeleid_werken, line.einde_begeleid_werken, line.uren_begeleid_werken, line.loon_begeleid_werken),
    leavingReason: line.reden_ontslag,
    destination: line.bestemming_uitstroom,
  };
}

function contractOf(line: Line): ContractStatistics | null {
  const form = formOf(line.begin_dienstbetrekking, line.einde_dienstbetrekking, line.uren_dienstbetrekking, line.loon_dienstbetrekking);
  return form && { ...form, secondment: line.detachering };
}

function formOf(from: string | null, until: string | null, hours: number | null, paidPercentage: number | null): FormStatistics | null {
  return from === null ? null : { from, until, hoursPerWeek: hours === null ? null : String(hours), paidPercentage };
}
