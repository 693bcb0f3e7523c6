import type { ModelProblem } from '@schaalsprong/model';
import type { Lang } from '@schaalsprong/words';
import { say } from '../problems/messages.ts';

/** Maximum number of warnings shown. */
const mostWarnings = 20;

/** Warnings of a model, one a line, and how many there are; nothing where there is none. */
export function warningLines(warnings: readonly ModelProblem[], lang: Lang): string {
  if (warnings.length === 0) return '';
  const lines = warnings
    .slice(0, mostWarnings)
    .map(({ file, line, code, message }) => `  ${file}:${line}  ${code}  ${message[lang]}`);
  const more = warnings.length - lines.length;
  return `${[
    say(lang, 'warnings', { count: warnings.length }),
    ...lines,
    ...(more > 0 ? [`  ${say(lang, 'more', { count: more })}`] : []),
  ].join('\n')}\n`;
}
