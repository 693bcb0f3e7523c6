import { useAgenda, useNames, useNumber, useResource, useWords } from '../../../lib/hooks.tsx';
import { sourcesResource } from '../../../lib/resource.ts';
import type { Move } from '../../../table/contract.ts';
import { useShiftWords } from '../levers/timing.ts';
import { useTexts } from '../texts.ts';

/** Things of one move that are named before the rest is counted. */
const mostNamed = 2;

/** Tells a move in words: which lever went where. */
export function useMoveWords(): (move: Move) => string {
  const { tx, list, count } = useWords();
  const c = useTexts();
  const agenda = useAgenda();
  const names = useNames();
  const show = useNumber();
  const shifted = useShiftWords();
  const uncertainties = useResource(sourcesResource).value?.uncertainties ?? [];
  return ({ kind, changed, setting }) => {
    const one = (id: string): string => {
      const measure = agenda.measureById.get(id);
      if (measure !== undefined) {
        const name = names.measure(id);
        const when = shifted(setting.timings[id] ?? 0);
        if (kind === 'timing') return c('move.when', { name, when });
        const value = setting.levers[id];
        if (value === undefined) return name;
        const amount = show(value, measure.lever.unit, { precise: true });
        const isShifted = Object.hasOwn(setting.timings, id);
        return c('move.to', { name, value: isShifted ? c('when.both', { value: amount, when }) : amount });
      }
      const known = uncertainties.find((uncertainty) => uncertainty.id === id);
      const title = known === undefined ? id : tx(known.title);
      const value = setting.assumptions[id];
      return value === undefined
        ? c('move.freed', { name: title })
        : c('move.to', { name: title, value: show(value, known?.unit ?? '', { precise: true }) });
    };
    const things =
      changed.length > mostNamed
        ? c('move.many', {
            list: list(changed.slice(0, mostNamed).map(one)),
            n: count(changed.length - mostNamed),
          })
        : list(changed.map(one));
    switch (kind) {
      case 'start':
        return c('move.start');
      case 'lever':
      case 'timing':
      case 'assumption':
        return things;
      case 'viewpoint': {
        const { viewpoint } = setting;
        const known = agenda.table.viewpoints.find(({ id }) => id === viewpoint);
        return c('move.viewpoint', {
          name:
            viewpoint === null
              ? c('viewpoint.ours')
              : known === undefined
                ? c('viewpoint.together')
                : tx(known.title),
        });
      }
      case 'reset':
        return c('move.reset', { what: things });
      case 'load':
        return c('move.load', { what: things });
      case 'replay':
        return c('move.replay', { what: things });
    }
  };
}
