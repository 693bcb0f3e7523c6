import type { Method } from '../../ir/program.ts';
import { say } from '../../problems/say.ts';
import type { RunSettings } from '../../syntax/ast.ts';
import type { Faults } from './faults.ts';
import { xmileTexts } from './texts.ts';
import { child, type Tag, textOf } from './xml.ts';

/** The settings of a run, all known. */
export type Specs = Required<Omit<RunSettings, 'timeUnits'>> & { readonly timeUnits: string };

const methods: Readonly<Record<string, Method>> = { euler: 'euler', rk2: 'rk2', rk4: 'rk4' };

/**
 * Reads `<sim_specs>` (XMILE 1.0, 2.3): dt is 1 unless given, and may be written as its reciprocal; the first method of
 * the list that is computed counts, so `gear, rk4` is rk4.
 *
 * @returns undefined where they cannot be read; the faults say why
 */
export function readSpecs(root: Tag, faults: Faults): Specs | undefined {
  const tag = child(root, 'sim_specs');
  if (tag === undefined) {
    faults.report('MODEL_TIME', root.line, say(xmileTexts.xmileNoSpecs), say(xmileTexts.xmileSpecsHint));
    return undefined;
  }
  let readable = true;
  const number = (text: string, name: string, line: number): number => {
    const value = text.trim() === '' ? Number.NaN : Number(text);
    if (!Number.isFinite(value)) {
      readable = false;
      faults.report(
        'MODEL_TIME',
        line,
        say(xmileTexts.xmileSpec, { name, found: text.trim() }),
        say(xmileTexts.xmileSpecsHint),
      );
    }
    return value;
  };
  const named = (name: string): number => number(textOf(tag, name), name, child(tag, name)?.line ?? tag.line);

  const start = named('start');
  const stop = named('stop');
  const dt = child(tag, 'dt');
  let step = 1;
  if (dt !== undefined) {
    step = number(dt.text, 'dt', dt.line);
    if (dt.attributes.get('reciprocal')?.toLowerCase() === 'true') step = 1 / step;
  }
  const saving =
    tag.attributes.get('save_interval') ??
    ['save_step', 'savestep', 'saveper'].map((name) => textOf(tag, name)).find((text) => text !== '');
  const saveEvery = saving === undefined ? step : number(saving, 'save_interval', tag.line);
  if (readable && (step <= 0 || saveEvery < 0)) {
    readable = false;
    faults.report(
      'MODEL_TIME',
      dt?.line ?? tag.line,
      say(xmileTexts.xmileSpec, { name: 'dt', found: step }),
      say(xmileTexts.xmileSpecsHint),
    );
  }

  const asked = (tag.attributes.get('method') ?? textOf(tag, 'method')).toLowerCase();
  const names = asked.split(/[\s,;]+/).filter((name) => name !== '');
  const method =
    names.length === 0 ? 'euler' : names.map((name) => methods[name]).find((m) => m !== undefined);
  if (method === undefined) {
    readable = false;
    faults.unsupported(tag.line, say(xmileTexts.xmileMethod, { name: asked }), xmileTexts.xmileMethodHint);
  }
  const run = child(tag, 'run')?.attributes.get('by')?.toLowerCase() ?? 'all';
  if (run !== 'all') {
    readable = false;
    faults.unsupported(tag.line, `<run by="${run}">`, xmileTexts.xmileRunHint);
  }
  if (!readable || method === undefined) return undefined;
  return {
    start,
    stop,
    step,
    // Saving more often than there are steps is saving every step.
    saveEvery: saveEvery < step ? step : saveEvery,
    method,
    timeUnits: (tag.attributes.get('time_units') ?? textOf(tag, 'time_units')).trim(),
    line: tag.line,
  };
}
