import { createInProcessRunner } from '@schaalsprong/methods/ensemble';
import { describe, expect, it } from 'vitest';
import { syntheticRegion } from '../../../test/synthetic.ts';
import { assess } from '../assess.ts';
import { assessmentCsv } from './csv.ts';

const assessed = async () => {
  const { region, model } = await syntheticRegion();
  return (await assess({ region, model, runner: createInProcessRunner(model) })).assessment;
};

describe('an assessment as CSV', () => {
  it('has a header and a row per target, each with as many cells', async () => {
    const assessment = await assessed();
    const lines = assessmentCsv(assessment).split('\r\n');
    expect(lines.at(-1)).toBe('');
    expect(lines).toHaveLength(assessment.targets.length + 2);
    const width = lines[0]?.split(',').length;
    // No cell of the synthetic region holds a comma but the reasons, which are between quotes.
    for (const line of lines.slice(1, -1))
      expect(line.replace(/"[^"]*"/g, '').split(',')).toHaveLength(width ?? 0);
  });

  it('keeps numbers in full and leaves empty what is not there', async () => {
    const assessment = await assessed();
    const [header = '', first = ''] = assessmentCsv(assessment).split('\r\n');
    const cells = Object.fromEntries(header.split(',').map((name, i) => [name, first.split(',')[i]]));
    expect(cells.id).toBe('homes-2029');
    expect(Number(cells.projected_p50)).toBe(assessment.targets[0]?.projected?.p50);
    expect(cells.not_modelled_en).toBe('');
    expect(cells.from_model).toBe(assessment.provenance.model);
  });

  it('puts quotes around commas and quotes', async () => {
    const assessment = await assessed();
    const [first] = assessment.targets;
    if (first === undefined) throw new Error('no target');
    const csv = assessmentCsv({
      ...assessment,
      targets: [{ ...first, title: { nl: 'a, b', en: 'say "a"' } }],
    });
    expect(csv).toContain('"a, b","say ""a"""');
  });
});
