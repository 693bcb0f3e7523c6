import type { AuditClaim, AuditInput, AuditSwitches, Conflict, Verdict } from '@schaalsprong/audit';
import type { Interval } from '@schaalsprong/wire';
import { createContext, useContext } from 'react';
import { compares } from '../../components/ClaimList.tsx';
import type { Audited } from '../../conflicts/auditor.ts';
import { useAgenda, useNumber, useWords } from '../../lib/hooks.tsx';

/** What every part of the page needs to know, and what it may do. */
export interface View {
  readonly input: AuditInput;
  readonly claimById: ReadonlyMap<string, AuditClaim>;
  readonly audited: Audited;
  /** Switches of the address; the answer may still be pending. */
  readonly switches: AuditSwitches;
  /** Puts other switches in the address. `at` is when the reader pressed, in the time of `performance.now()`. */
  readonly choose: (next: AuditSwitches, at: number) => void;
  /** Conflicts that vanish and appear by the repairs that the reader tries. */
  readonly byRepairs: { readonly gone: readonly Conflict[]; readonly come: readonly Conflict[] };
  readonly ownVerdicts: readonly Verdict[];
  readonly judge: (verdict: Verdict) => void;
  readonly unjudge: (conflict: string) => void;
  /** False where verdicts are lost when the page closes. */
  readonly lasting: boolean;
}

const ViewContext = createContext<View | null>(null);
export const ViewProvider = ViewContext.Provider;

/** The view; only inside the page. */
export function useView(): View {
  const view = useContext(ViewContext);
  if (view === null) throw new Error('a part of the page stands outside its view');
  return view;
}

/** The reading of a claim that a conflict is shown in: the one that the reader chose, else the first in which it stands. */
export function readingOf(claim: AuditClaim, conflict: Conflict, switches: AuditSwitches) {
  const id = switches.readings?.[claim.id] ?? conflict.readings[claim.id]?.[0];
  return claim.readings.find((reading) => reading.id === id) ?? claim.readings[0];
}

/** What a claim says under the switches: the interval of its reading, or the one that is tried instead. */
export function intervalIn(
  claim: AuditClaim,
  conflict: Conflict,
  switches: AuditSwitches,
): { readonly interval: Interval; readonly unit: string; readonly tried: boolean } | null {
  const reading = readingOf(claim, conflict, switches);
  const tried = switches.repairs?.[claim.id];
  if (tried !== undefined) return { interval: tried, unit: reading?.unit ?? claim.unit, tried: true };
  if (reading === undefined) return null;
  const interval = reading.intervals[switches.setting ?? 'default'];
  return { interval, unit: reading.unit, tried: false };
}

/** The figure of a claim in its unit, or the word that stands for one. */
export function useFigure(): (claim: AuditClaim) => string {
  const { t, lang } = useWords();
  const show = useNumber();
  const { units } = useAgenda().region;
  return (claim) =>
    claim.qualifier !== 'exact' &&
    compares({ figure: [...claim.figure], value: claim.value }, units[claim.unit]?.symbol[lang] ?? claim.unit)
      ? t('claim.comparison', { figure: claim.figure[0] ?? '' })
      : show(claim.value, claim.unit, { precise: true });
}
