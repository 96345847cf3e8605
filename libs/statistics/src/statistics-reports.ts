import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@luutru/access';
import { appendAudit, PLATFORM_FACILITY } from '@luutru/audit';
import { addDays } from '@luutru/calendar';
import { AppError, CLOCK, type Clock, Database } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import type { FigureQuery } from './domain/figure-query';
import type { Language } from './figure-names';
import { csvOf, sheetOf } from './figures-sheet';
import { viewOfFigures, viewOfForm } from './figures.view';
import { figuresWorkbook } from './figures-workbook';
import { form015nCsv, form015nOf, form015nReport } from './form-015n.file';
import { form015nWorkbook } from './form-015n.workbook';
import { figuresReport, headOf } from './figures-report';
import { statisticsReportPdf } from './statistics-report.pdf';
import { areasOf } from './answer-scope';
import { seesExact } from './exact';
import { policyOf } from './release-scopes';
import { StatisticsReadModel } from './statistics.read-model';
import { reporterOf } from './reporter';

export const REPORT_FORMATS = ['json', 'csv', 'xlsx', 'pdf'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** What a report answers. `policy` names the policy to ask under, for callers with several. */
export type StatisticsQuestion =
  | { readonly report: 'figures'; readonly query: FigureQuery; readonly policy?: string }
  | { readonly report: 'form-015n'; readonly year: number; readonly policy?: string };

/** A file to hand over: `fileName` in ASCII with its ending, `mediaType` as `Content-Type` wants it. */
export interface ReportFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly body: Buffer;
}

interface Made {
  readonly name: string;
  readonly body: Buffer;
  readonly rows: number;
  readonly detail: Readonly<Record<string, string | number | readonly string[]>>;
}

const MEDIA_TYPES: Readonly<Record<ReportFormat, string>> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

/**
 * Reports as files, for whoever asks at a desk and for schedules alike. A caller gets in a file what they would get on a page,
 * and no more; each file is an entry of the audit trail, committed before it is given out.
 */
@Injectable()
export class StatisticsReports {
  constructor(
    private readonly statistics: StatisticsReadModel,
    private readonly reference: ReferenceDataService,
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Makes the report as a file. The form 015.N is official in Vietnamese, so that its workbook is Vietnamese in every language.
   * @throws `validation-failed` for a question that cannot be answered, `statistics-files-closed` as {@link assertFiles} does
   */
  async make(
    caller: Caller,
    question: StatisticsQuestion,
    format: ReportFormat,
    language: Language,
  ): Promise<ReportFile> {
    await this.assertFiles(caller, question.policy);
    const made =
      question.report === 'figures'
        ? await this.figures(caller, question, format, language)
        : await this.form(caller, question, format, language);
    await this.note(caller, question.report, format, made);
    return { fileName: `${made.name}.${format}`, mediaType: MEDIA_TYPES[format], body: made.body };
  }

  /** Throws `statistics-files-closed` where the policy that the caller asks under lets nobody take files away. */
  async assertFiles(caller: Caller, policy: string | undefined): Promise<void> {
    if (seesExact(caller)) return;
    const { grants } = caller.principal;
    const bounds = await this.database.transaction(areasOf(caller), (tx) => policyOf(tx, grants, policy));
    if (!bounds.exports) throw new AppError('statistics-files-closed', 'forbidden');
  }

  private async figures(
    caller: Caller,
    { query, policy }: Extract<StatisticsQuestion, { report: 'figures' }>,
    format: ReportFormat,
    language: Language,
  ): Promise<Made> {
    const figures = await this.statistics.figures(caller, query, policy);
    const view = viewOfFigures(figures, this.reference, language);
    const sheet = sheetOf(view, language);
    const made = this.clock.now();
    const reporter = reporterOf(caller, this.reference);
    const bodies: Readonly<Record<ReportFormat, () => Buffer | Promise<Buffer>>> = {
      json: () => Buffer.from(JSON.stringify(view)),
      csv: () => Buffer.from(csvOf(sheet, language, figures.mayHide)),
      xlsx: () => bytesOf(figuresWorkbook(sheet, headOf({ query, reporter, made }, language), language)),
      pdf: () => statisticsReportPdf(figuresReport(sheet, { query, reporter, made }, language), language),
    };
    const [from, to] = [query.period.from, addDays(query.period.until, -1)];
    const { measures, by, grain } = query;
    return {
      name: `thong-ke-${from}-${to}`,
      body: await bodies[format](),
      rows: view.rows.length,
      detail: { measures, by, from, to, ...(grain && { grain }), ...filtersOf(query) },
    };
  }

  private async form(
    caller: Caller,
    { year, policy }: Extract<StatisticsQuestion, { report: 'form-015n' }>,
    format: ReportFormat,
    language: Language,
  ): Promise<Made> {
    const figures = await this.statistics.form015n(caller, year, policy);
    const form = form015nOf(figures, reporterOf(caller, this.reference), this.clock.now());
    const bodies: Readonly<Record<ReportFormat, () => Buffer | Promise<Buffer>>> = {
      json: () => Buffer.from(JSON.stringify(viewOfForm(figures))),
      csv: () => Buffer.from(form015nCsv(form, language, figures.mayHide)),
      xlsx: () => bytesOf(form015nWorkbook(form)),
      pdf: () => statisticsReportPdf(form015nReport(form), language),
    };
    return { name: `bieu-015n-${year}`, body: await bodies[format](), rows: figures.lines.length, detail: { year } };
  }

  private note(caller: Caller, report: string, format: ReportFormat, { rows, detail }: Made): Promise<void> {
    return this.database.transaction({ facilityIds: [PLATFORM_FACILITY] }, (tx) =>
      appendAudit(tx, {
        at: this.clock.now(),
        facilityId: PLATFORM_FACILITY,
        actor: { kind: caller.principal.kind, id: caller.principal.id },
        action: 'statistics.export',
        subjectKind: 'statistics',
        subjectId: null,
        requestId: caller.requestId,
        rowCount: rows,
        detail: { report, format, ...detail },
      }),
    );
  }
}

function filtersOf({ filter }: FigureQuery): { readonly filters?: readonly string[] } {
  const filters = Object.entries(filter).map(([name, value]) => `${name}=${[value].flat().join(',')}`);
  return filters.length === 0 ? {} : { filters };
}

async function bytesOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
