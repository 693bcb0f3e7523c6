import type { Tools } from './checking.ts';

/** picture.yaml: what it names exists, and each limit of the outcome of a block is drawn once. */
export function checkPicture({ content, report, refer, once, unknownId }: Tools): void {
  const item = content.picture;
  if (item === null) return;
  const { blocks, arrows, leftOut } = item.value;
  const names = blocks.map(({ id }) => id);
  once(
    'block',
    blocks.map(({ id }, i) => ({ id, at: () => item.at(['blocks', i, 'id']) })),
  );
  for (const [list, pairs] of [
    ['arrows', arrows],
    ['leftOut', leftOut],
  ] as const) {
    pairs.forEach((pair, i) => {
      for (const end of ['from', 'to'] as const) {
        if (!names.includes(pair[end])) unknownId('block', pair[end], item.at([list, i, end]), names);
      }
    });
  }
  blocks.forEach(({ id, outcome, own, door }, i) => {
    if (outcome !== null) refer('outcome', outcome, () => item.at(['blocks', i, 'outcome']));
    const kind = door.to === 'challenge' ? 'node' : door.to;
    refer(kind, door.id, () => item.at(['blocks', i, 'door', 'id']));
    const limits =
      content.outcomes.find(({ value }) => value.id === outcome)?.value.limits.map((l) => l.constraint) ?? [];
    const drawn = [
      ...own.map((constraint, j) => ({ constraint, at: () => item.at(['blocks', i, 'own', j]) })),
      ...arrows.flatMap(({ to, limits: of }, k) =>
        to === id
          ? of.map((constraint, j) => ({ constraint, at: () => item.at(['arrows', k, 'limits', j]) }))
          : [],
      ),
    ];
    for (const { constraint, at } of drawn) {
      if (limits.includes(constraint)) continue;
      const expected = limits.join(', ') || '-';
      report('REGION_PICTURE_FOREIGN_LIMIT', at(), { block: id, constraint, expected, found: constraint });
    }
    for (const constraint of limits) {
      const times = drawn.filter((each) => each.constraint === constraint);
      if (times.length === 1) continue;
      const place = times[1]?.at() ?? item.at(['blocks', i, 'outcome']);
      report('REGION_PICTURE_LIMIT', place, {
        block: id,
        constraint,
        expected: '1',
        found: String(times.length),
      });
    }
  });
}
