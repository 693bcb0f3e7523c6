import { sameSetting } from '@schaalsprong/futures/table';
import { useAgenda } from '../../../lib/hooks.tsx';
import type { TableState } from '../../../table/contract.ts';
import { useTableIfAny, useTablePart } from '../context.tsx';
import { useTexts } from '../texts.ts';

/** From what a picture was computed, in words that need no language: model, futures, and everything that was moved, so that it can be made again. */
export function useOrigin(): readonly string[] {
  const c = useTexts();
  const { region } = useAgenda();
  const setting = useTablePart((state) => state.setting);
  const base = useTablePart((state) => state.base);
  const futures = useTablePart((state: TableState) => state.answer?.count ?? 0);
  const year = useTablePart((state) => state.year);
  const moved = [
    ...Object.entries(setting.levers).filter(([id, value]) => base.levers[id] !== value),
    ...Object.entries(setting.assumptions).filter(([id, value]) => base.assumptions[id] !== value),
  ];
  return [
    `agenda ${region.hashes.agenda.slice(0, 8)}`,
    `model ${region.hashes.model.slice(0, 8)}`,
    `data ${region.hashes.data.slice(0, 8)}`,
    `seed ${region.assessment.seed}`,
    `n = ${futures}`,
    ...(year === null ? [] : [c('year.origin', { year })]),
    ...Object.entries(setting.timings).map(([id, years]) => `${id} ${years} a earlier`),
    ...moved.map(([id, value]) => `${id} = ${Number(value.toPrecision(6))}`),
  ];
}

/**
 * Gives the full address that shows the present setting again: a link that freezes it, or that of the page where nothing was moved or a
 * link cannot be made yet.
 */
export function useSettingAddress(): () => Promise<string> {
  const table = useTableIfAny();
  const isMoved = useTablePart(({ setting, base }) => !sameSetting(setting, base));
  return async () => {
    const page = globalThis.location.href;
    if (table === null || !isMoved) return page;
    try {
      return new URL(await table.link('', ''), page).href;
    } catch {
      return page;
    }
  };
}
