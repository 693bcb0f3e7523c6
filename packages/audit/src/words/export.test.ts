import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { talent, valueAdded } from '../../test/made-audits.ts';
import { simulateRepair } from '../repair/repair-simulate.ts';
import { audit } from '../report/report.ts';
import type { AuditInput } from '../types.ts';
import { markdownText, reportCsv, reportMarkdown } from './export.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('a report as Markdown', () => {
  it('holds what a controller attaches: claims with places, the sum, assumptions, repairs and the hash', () => {
    const input = talent();
    const text = plain(reportMarkdown(audit(input, {}), input, 'nl'));
    expect(text).toContain('# Kloppen de getallen van de agenda?');
    expect(text).toContain('Som: 43.485 + 27.715 - 17.500 = 53.700 > 50.000');
    expect(text).toContain('| 309 | 3 | De tekst zegt iets over places-50000. | 50.000 banen |');
    expect(text).toContain('Aannamen: Het tekort wordt helemaal weggewerkt. Reden: daarom.');
    expect(text).toContain('Regel 309: 53.700 banen in plaats van 50.000 banen (7,4%)');
    expect(text).toContain('Wat deze controle niet ziet');
    expect(text).toContain('hash `abc`');
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  });

  it('is the same bytes for the same report, in both languages', () => {
    const input = valueAdded();
    const report = audit(input, {});
    expect(reportMarkdown(report, input, 'en')).toBe(reportMarkdown(report, input, 'en'));
    expect(reportMarkdown(report, input, 'en')).toContain('# Do the numbers of the agenda agree?');
  });

  it('says what finding nothing does not prove', () => {
    const whole = talent();
    const input: AuditInput = { ...whole, claims: whole.claims.slice(0, 1), relations: [], assumptions: [] };
    const text = reportMarkdown(audit(input, {}), input, 'en');
    expect(text).toContain('Nothing was found. That does not prove that all is right');
  });

  it('shows what a person accepted under a heading of its own', () => {
    const input = talent();
    const [conflict] = audit(input, {}).conflicts;
    const judged: AuditInput = {
      ...input,
      verdicts: [
        {
          conflict: conflict?.id ?? '',
          verdict: 'accepted-as-rounding',
          by: 'A. Controller',
          on: '2026-11-25',
          why: 'Rounded on purpose',
        },
      ],
    };
    const text = reportMarkdown(audit(judged, {}), judged, 'en');
    expect(text).toContain('## Accepted');
    expect(text).toContain(
      '> Verdict: accepted as rounding, by A. Controller, 2026-11-25. Rounded on purpose.',
    );
  });

  it('does not let content write Markdown or HTML', () => {
    expect(markdownText('a | b\n<script>x</script> *c* [d](e) `f`')).toBe(
      'a \\| b &lt;script>x&lt;/script> \\*c\\* \\[d\\](e) \\`f\\`',
    );
    expect(markdownText('# no heading')).toBe('\\# no heading');
    expect(markdownText('1. no list')).toBe('\\1. no list');
  });
});

describe('a report as CSV', () => {
  it('has a row per conflict and claim, with numbers in full', () => {
    const input = talent();
    const report = audit(input, {});
    const rows: Record<string, string>[] = parse(reportCsv(report, input, 'nl'), {
      columns: true,
      record_delimiter: '\r\n',
    });
    const claims = report.conflicts.reduce((n, c) => n + Math.max(1, c.claims.length), 0);
    expect(rows).toHaveLength(claims);
    const [first] = rows;
    expect(first).toMatchObject({
      rank: '1',
      claim: 'places-50000',
      line: '309',
      figure: '50000',
      unit: 'jobs',
      repair_figure: '53700',
      assumptions: 'gap-closed-in-full',
      arithmetic: '43.485 + 27.715 - 17.500 = 53.700 > 50.000',
      from_content: 'abc',
    });
  });

  it('gives a spreadsheet nothing to run', () => {
    const input = talent();
    const hostile: AuditInput = {
      ...input,
      claims: input.claims.map((c) => ({ ...c, text: { nl: '=HYPERLINK("x")', en: '=1+1' } })),
    };
    const rows: Record<string, string>[] = parse(reportCsv(audit(hostile, {}), hostile, 'en'), {
      columns: true,
      record_delimiter: '\r\n',
    });
    expect(rows[0]?.claim_text).toBe("'=1+1");
  });
});

describe('a repair that is tried', () => {
  it('makes its own conflict vanish and says so', () => {
    const input = talent();
    const before = audit(input, {});
    const [conflict] = before.conflicts;
    const repair = conflict?.repairs.find((r) => r.claim === 'places-50000');
    if (!conflict || !repair) throw new Error('the golden conflict is gone');
    const { vanished, appeared, report } = simulateRepair(input, repair.claim, repair.to, {}, before);
    expect(vanished.map((c) => c.id)).toContain(conflict.id);
    expect(appeared.filter((c) => c.kind !== 'near')).toEqual([]);
    expect(report.conflicts.some((c) => c.id === conflict.id)).toBe(false);
  });

  it('says what comes up elsewhere', () => {
    const input = talent();
    // More people asked of mbo than there are: the same claim breaks the sum once more.
    const fixed = { ...input, assumptions: [] };
    const quiet = audit(fixed, {});
    expect(quiet.conflicts.filter((c) => c.kind === 'contradiction')).toEqual([]);
    const { appeared } = simulateRepair(
      fixed,
      'filled',
      { min: 90_000, max: 90_000, minOpen: false, maxOpen: false },
      {},
      quiet,
    );
    expect(appeared.map((c) => c.kind)).toContain('contradiction');
  });
});
