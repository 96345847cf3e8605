import {
  explainFigure,
  explainSilence,
  type FacilityStanding,
  type FacilityWeek,
  INDICATORS,
  type IndicatorId,
  type JudgedFigure,
  type MonthlySheet,
  type NoteView,
  SHEET_COLUMNS,
  type SheetFigures,
} from '@luutru/compliance';
import { toLocalIso } from '@luutru/calendar';
import type { FacilityComplianceResponse, MonthlySheetResponse, StandingResponse } from './compliance.dto';
import type { FacilityNoteResponse, NoteResponse } from './compliance-note.dto';

type IndicatorResponse = StandingResponse['indicators'][number];

const describe = (id: IndicatorId) => {
  const { vi, en, definitionVi, definitionEn, unit, sourceVi } = INDICATORS[id];
  return { id, name: { vi, en }, definition: { vi: definitionVi, en: definitionEn }, unit, source: sourceVi };
};

function silenceIndicator({ silence, outside, points, figures }: FacilityStanding): IndicatorResponse {
  const silent = outside.includes('silence');
  const others = figures.reduce((sum, figure) => sum + figure.points, 0);
  return {
    ...describe('silence'),
    count: silence.days,
    of: null,
    value: silence.days,
    limit: null,
    position: silent ? 'outside' : silence.basis === 'none' && silence.days > 0 ? 'unknown' : 'inside',
    points: points - others,
    explanation: explainSilence(silence),
  };
}

const figureIndicator = (figure: JudgedFigure): IndicatorResponse => ({
  ...describe(figure.id),
  count: figure.count,
  of: figure.of,
  value: figure.value === null ? null : round(figure.value, 4),
  limit: figure.band.limit,
  position: figure.position,
  points: figure.points,
  explanation: explainFigure(figure),
});

export function presentStanding(standing: FacilityStanding): StandingResponse {
  const { silence, figures, outside, reckonedAt, ...facility } = standing;
  const { state, since, days, expected, chance, basis, usual } = silence;
  return {
    ...facility,
    outside: [...outside],
    silence: {
      state,
      since,
      days,
      expected: round(expected, 1),
      chance: round(chance, 6),
      basis,
      usual: usual.map((count) => round(count, 2)),
    },
    indicators: [silenceIndicator(standing), ...figures.map(figureIndicator)],
    reckonedAt: toLocalIso(reckonedAt),
  };
}

export const presentFacility = (found: {
  standing: FacilityStanding;
  weeks: readonly FacilityWeek[];
}): FacilityComplianceResponse => ({
  standing: presentStanding(found.standing),
  weeks: found.weeks.map((week) => ({ ...week })),
});

const figuresOf = (line: SheetFigures): Record<string, number> =>
  Object.fromEntries(SHEET_COLUMNS.map(({ id }) => [id, line[id]]));

export const presentSheet = ({ month, wardId, until, made, lines, total }: MonthlySheet): MonthlySheetResponse => ({
  month,
  wardId,
  until,
  madeAt: toLocalIso(made),
  columns: SHEET_COLUMNS.map(({ id, vi, en }) => ({ id, vi, en })),
  lines: lines.map((line) => ({ id: line.id, name: line.name, figures: figuresOf(line) })),
  total: figuresOf(total),
});

export function presentNote(note: NoteView): NoteResponse {
  const { writtenAt, findings, fine, answers, ...rest } = note;
  return {
    ...rest,
    findings: [...findings],
    writtenAt: toLocalIso(writtenAt),
    fine: fine && { ...fine, notice: { ...NOT_DECIDED } },
    answers: answers.map(({ answeredAt, ...answer }) => ({ ...answer, answeredAt: toLocalIso(answeredAt) })),
  };
}

/** As the facility sees it: without who wrote it, and without what the law may hold in store. */
export function presentToFacility(note: NoteView): FacilityNoteResponse {
  const { noteId, version, visitedOn, findings, notDeclared, text, withdrawn, writtenAt, answers } = presentNote(note);
  return { noteId, version, visitedOn, findings, notDeclared, text, withdrawn, writtenAt, answers };
}

/** The platform shows the law; deciding is the officer's. */
const NOT_DECIDED = {
  vi: 'Khung tiền phạt pháp luật quy định cho số khách này vào ngày kiểm tra; hệ thống không tự quyết định xử phạt',
  en: 'The band the law gives for this number of guests on the day of the visit; the system decides nothing',
};

const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;
