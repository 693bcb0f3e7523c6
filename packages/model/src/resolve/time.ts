import type { TimeSettings } from '../ir/program.ts';
import { say } from '../problems/say.ts';
import { commonTexts } from '../problems/texts.ts';
import type { ParsedModel } from '../syntax/parsed-model.ts';
import { partKey, Stop } from './faults.ts';
import { resolveTexts } from './texts.ts';
import type { Writer } from './write.ts';

/** Maximum number of time steps; more is a mistake in TIME STEP and would not fit in memory. */
const maxSteps = 100_000;

/** Placeholder after a problem in the settings, so that the rest is checked. */
const anyTime: TimeSettings = { start: 0, stop: 1, step: 1, saveEvery: 1, method: 'euler' };

function constantOf(writer: Writer, element: number): number | undefined {
  try {
    return writer.constant({ k: 'r', e: element });
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return undefined;
  }
}

/** The time settings: those that are outside the equations, else of equations with their names. */
export function readTime(parsed: ParsedModel, writer: Writer): TimeSettings {
  const { settings } = parsed;
  const lineOf = (name: string): number | undefined => writer.variables.get(name)?.equations[0]?.line;
  const report = writer.faults.report.bind(writer.faults);
  const value = (name: string, outside: number | undefined): number | undefined => {
    // The settings of the file take precedence over a variable of that name.
    if (outside !== undefined) return outside;
    const key = name.toLowerCase();
    const element = writer.arena.elementOf.get(partKey(key, []));
    const found = element === undefined ? undefined : constantOf(writer, element);
    if (found === undefined && !parsed.unread.has(key)) {
      const line = lineOf(key) ?? settings?.line ?? 1;
      report(
        'MODEL_TIME',
        line,
        say(resolveTexts.timeMissing, { name }),
        say(resolveTexts.timeMissingHint, { name }),
      );
    }
    return found;
  };
  const start = value('INITIAL TIME', settings?.start);
  const stop = value('FINAL TIME', settings?.stop);
  const step = value('TIME STEP', settings?.step);
  const saved = lineOf('saveper') !== undefined || settings?.saveEvery !== undefined;
  const saveEvery = saved ? value('SAVEPER', settings?.saveEvery) : step;
  if (start === undefined || stop === undefined || step === undefined || saveEvery === undefined)
    return anyTime;
  const line = lineOf('time step') ?? settings?.line ?? 1;
  const fits = (span: number): boolean =>
    step > 0 && span >= 0 && Math.abs(span / step - Math.round(span / step)) < 1e-6;
  const steps = (stop - start) / step;
  if (!fits(stop - start)) {
    const detail = `(${stop} - ${start}) / ${step}`;
    report(
      'MODEL_TIME',
      line,
      say(resolveTexts.timeGrid, { name: 'TIME STEP', detail }),
      say(commonTexts.timeGridHint),
    );
  } else if (!fits(saveEvery) || saveEvery < step / 2) {
    const detail = `${saveEvery} / ${step}`;
    const at = lineOf('saveper') ?? line;
    report(
      'MODEL_TIME',
      at,
      say(resolveTexts.timeGrid, { name: 'SAVEPER', detail }),
      say(commonTexts.timeGridHint),
    );
  } else if (steps > maxSteps) {
    report(
      'MODEL_TIME',
      line,
      say(resolveTexts.timeSteps, { steps: Math.round(steps), start, stop, step }),
      say(resolveTexts.timeStepsHint),
      say(resolveTexts.timeStepsExpected, { most: maxSteps }),
    );
  } else return { start, stop, step, saveEvery, method: settings?.method ?? 'euler' };
  return anyTime;
}
