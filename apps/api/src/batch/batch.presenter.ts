import { Injectable } from '@nestjs/common';
import type { BatchRowRecord, BatchRowView, BatchView, MendableRow, RowFinding } from '@luutru/batch';
import { toLocalIso } from '@luutru/calendar';
import { columnAt, type Form, type Language, type ProposalReader, type RowMark } from '@luutru/declaration-file';
import type { SafeParams } from '@luutru/platform';
import { ProblemCatalogue } from '../http/problem';
import type { BatchResponse, BatchRowResponse, RowFindingResponse } from './batch.dto';
import type { FaultyRowResponse } from './mend.dto';

@Injectable()
export class BatchPresenter {
  constructor(private readonly catalogue: ProblemCatalogue) {}

  batch(view: BatchView): BatchResponse {
    const self = `/v1/batches/${view.batchId}`;
    return {
      batchId: view.batchId,
      facilityId: view.facilityId,
      mode: view.mode,
      policy: view.policy,
      state: view.state,
      fileName: view.fileName,
      fileSize: view.fileSize,
      format: view.format,
      sheet: view.sheet,
      total: view.totalRows,
      done: view.doneRows,
      accepted: view.accepted,
      rejected: view.rejected,
      warned: view.warned,
      warnings: view.fileWarnings.map((issue) => ({ ...this.catalogue.issue(issue) })),
      error: view.errorCode === null ? null : this.error(view.errorCode, view.errorParams ?? {}),
      form: view.form,
      mends: view.mends,
      mendedBy: view.mendedBy.map((mending) => ({ ...mending })),
      createdAt: toLocalIso(view.createdAt),
      finishedAt: view.finishedAt && toLocalIso(view.finishedAt),
      links: {
        self,
        rows: `${self}/rows`,
        faulty: `${self}/faulty`,
        events: `${self}/events`,
        result: `${self}/result`,
      },
    };
  }

  row({ row, outcome, repeated, stayId, findings, mended }: BatchRowView): BatchRowResponse {
    return { row, outcome, repeated, stayId, findings: findings.map((finding) => this.finding(finding)), mended };
  }

  /** A row to be mended; what is wrong stands at its columns, with what was probably meant. */
  faulty({ row, batchId, texts, findings }: MendableRow, form: Form, proposals: ProposalReader): FaultyRowResponse {
    const located = findings.map((finding) => {
      const column = columnAt(form.columns, finding.pointer);
      const proposal = column && proposals.propose(column, texts[column.key] ?? '', finding.code);
      return { ...this.finding(finding), field: column?.key ?? null, proposal };
    });
    return { row, batchId, values: { ...texts }, findings: located };
  }

  /** What the marked file says of a row. */
  mark({ row, outcome, findings }: BatchRowRecord, language: Language): RowMark {
    const lines = findings.map((finding) => {
      const { message, fix } = this.catalogue.issue(finding);
      const place = finding.column
        ? `${language === 'vi' ? 'Cột' : 'Column'} ${finding.column} (${finding.header}): `
        : '';
      return `${place}${message[language]}. ${fix[language]}.`;
    });
    const columns = (severity: RowFinding['severity']): string[] =>
      findings.flatMap((finding) => (finding.severity === severity && finding.column ? [finding.column] : []));
    return { row, outcome, text: lines.join('\n'), errorColumns: columns('error'), warningColumns: columns('warning') };
  }

  private finding(finding: RowFinding): RowFindingResponse {
    const { severity, column = null, header = null } = finding;
    return { ...this.catalogue.issue(finding), severity, column, header };
  }

  private error(code: string, params: SafeParams): BatchResponse['error'] {
    const { title, detail } = this.catalogue.texts(code, params);
    return { code, message: title, fix: detail };
  }
}
