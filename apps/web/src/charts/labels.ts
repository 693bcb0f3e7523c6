/** A label that wants to stand at a height, in pixels. */
export interface Label {
  readonly key: string;
  readonly at: number;
}

/**
 * Moves labels apart so that neighbours stand at least `gap` pixels from each other and all stay between `top`
 * and `bottom`, keeping their order. Where there is no room for all, they keep the gap and run over the bottom.
 */
export function spread<L extends Label>(
  labels: readonly L[],
  gap: number,
  top: number,
  bottom: number,
): readonly L[] {
  const sorted = [...labels].sort((a, b) => a.at - b.at);
  const placed = sorted.map((label) => Math.min(Math.max(label.at, top), bottom));
  for (let i = 1; i < placed.length; i += 1) {
    placed[i] = Math.max(placed[i] ?? 0, (placed[i - 1] ?? 0) + gap);
  }
  const over = (placed.at(-1) ?? 0) - bottom;
  if (over > 0) {
    let limit = bottom;
    for (let i = placed.length - 1; i >= 0; i -= 1) {
      placed[i] = Math.min(placed[i] ?? 0, limit);
      limit = (placed[i] ?? 0) - gap;
    }
    const under = top - (placed[0] ?? top);
    if (under > 0) for (let i = 0; i < placed.length; i += 1) placed[i] = (placed[i] ?? 0) + under;
  }
  return sorted.map((label, i) => ({ ...label, at: placed[i] ?? label.at }));
}
