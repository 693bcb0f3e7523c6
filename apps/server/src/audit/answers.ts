import { type AuditInput, type AuditReport, reportCsv, reportMarkdown } from '@schaalsprong/audit';
import type { CsvAbout } from '@schaalsprong/tables/csv';
import type { ApiAuditReport, AuditResponse } from '@schaalsprong/wire';

/** An audit with every switch at its default, and what it was made from. */
export interface Audited {
  readonly report: AuditReport;
  readonly input: AuditInput;
}

/** The API's answer. Without the duration, so that the same content gives the same ETag. */
export function auditResponse({ report, input }: Audited): AuditResponse {
  return { report: withoutTime(report), input };
}

/** The same bytes as `audit --json`. */
export function auditJson({ report }: Audited): string {
  return `${JSON.stringify(withoutTime(report), null, 2)}\n`;
}

/** What `audit --csv` prints, with where it was taken. */
export function auditCsv({ report, input }: Audited, lang: 'nl' | 'en', about: CsvAbout): string {
  return reportCsv(report, input, lang, about);
}

/** The same bytes as `audit --markdown`. */
export function auditMarkdown({ report, input }: Audited, lang: 'nl' | 'en'): string {
  return reportMarkdown(report, input, lang);
}

function withoutTime({ seconds: _, ...report }: AuditReport): ApiAuditReport {
  return report;
}
