import { elementOf, type MappedArea, type Mark, type Palette, type Scene } from '@schaalsprong/chart';
import { createElement } from 'react';
import { useHref, useLinkClickHandler } from 'react-router';
import { useWords } from '../../lib/hooks.tsx';
import { useAreaPath } from './area-path.ts';
import { useTexts } from './texts.ts';

/** A door has the shape of what it covers, and no look but that of the page. */
const bare: Palette = {
  ink: 'none',
  soft: 'none',
  rule: 'none',
  paper: 'none',
  accent: 'none',
  bad: 'none',
  none: 'none',
};

const geometry = ['d', 'cx', 'cy', 'r', 'x', 'y', 'width', 'height'];

/** The shape of an area as an element without a look. */
function outlineOf(mark: Mark) {
  const { tag, attributes } = elementOf(mark, bare);
  return createElement(
    tag,
    Object.fromEntries(Object.entries(attributes).filter(([name]) => geometry.includes(name))),
  );
}

function Door({
  mark,
  to,
  label,
  isHere,
}: {
  readonly mark: Mark;
  readonly to: string;
  readonly label: string;
  readonly isHere: boolean;
}) {
  const path = useWords().to(to);
  const follow = useLinkClickHandler<HTMLAnchorElement>(path);
  return (
    <a
      href={useHref(path)}
      aria-label={label}
      aria-current={isHere ? 'page' : undefined}
      className="map-door"
      onClick={follow}
    >
      <title>{label}</title>
      {outlineOf(mark)}
    </a>
  );
}

/** A link over each area of a map, to the page of that municipality, in the order of their names. */
export function AreaDoors({
  scene,
  areas,
  here,
}: {
  readonly scene: Scene;
  readonly areas: readonly MappedArea[];
  /** Code of the municipality of the page. */
  readonly here: string | undefined;
}) {
  const c = useTexts();
  const pathOf = useAreaPath();
  const shapes = new Map(
    scene.marks.flatMap((group) => {
      const [mark] = group.is === 'group' ? group.marks : [];
      return mark === undefined ? [] : [[group.key, mark] as const];
    }),
  );
  return areas
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map(({ key, name, said }) => {
      const [mark, to] = [shapes.get(key), pathOf(key)];
      return mark === undefined || to === null ? null : (
        <Door
          key={key}
          mark={mark}
          to={to}
          label={c(key === here ? 'door.own' : 'door.value', { name, value: said })}
          isHere={key === here}
        />
      );
    });
}
