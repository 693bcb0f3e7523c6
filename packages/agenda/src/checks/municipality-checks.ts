import type { Tools } from './checking.ts';

/** municipalities.yaml: what it names exists. */
export function checkMunicipalities({ content, refer }: Tools): void {
  const item = content.municipalities;
  if (item === null) return;
  const { homes, first, ages, others } = item.value;
  if (homes !== null) {
    refer('target', homes.target, () => item.at(['homes', 'target']));
    refer('indicator', homes.built, () => item.at(['homes', 'built']));
    refer('agreement', homes.agreement, () => item.at(['homes', 'agreement']));
    for (const field of ['total', 'task', 'per'] as const) {
      refer('series', homes[field], () => item.at(['homes', field]));
    }
  }
  first.forEach((id, i) => {
    refer('indicator', id, () => item.at(['first', i]));
  });
  for (const [list, rows] of [
    ['ages', ages],
    ['others', others],
  ] as const) {
    rows.forEach(({ series }, i) => {
      refer('series', series, () => item.at([list, i, 'series']));
    });
  }
}
