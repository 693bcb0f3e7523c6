import { elementOf, type MappedArea, type Mark, type Palette, type Scene } from '@schaalsprong/chart';
import { createElement } from 'react';
import { useHref, useLinkClickHandler } from 'react-router';
import { useWords } from '../../lib/hooks.tsx';
import { roves, useRoving } from '../../lib/roving.ts';
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
  id,
  mark,
  to,
  label,
  isHere,
  isActive,
}: {
  readonly id: string;
  readonly mark: Mark;
  readonly to: string;
  readonly label: string;
  readonly isHere: boolean;
  /** Whether it is the tab stop of the map. */
  readonly isActive: boolean;
}) {
  const path = useWords().to(to);
  const follow = useLinkClickHandler<HTMLAnchorElement>(path);
  return (
    <a
      {...roves(id)}
      tabIndex={isActive ? 0 : -1}
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

/**
 * A link over each area of a map, to the page of that municipality, in the order of their names. Together they are one tab stop: whoever
 * passes the map with the keyboard does not pass each of them, and the list beside the map has the same links.
 */
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
  const doors = areas
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .flatMap(({ key, name, said }) => {
      const [mark, to] = [shapes.get(key), pathOf(key)];
      return mark === undefined || to === null ? [] : [{ key, name, said, mark, to }];
    });
  const { active, list } = useRoving(here ?? '', 'every');
  // Of other outlines, an area can be gone.
  const stop = doors.some(({ key }) => key === active) ? active : doors[0]?.key;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing that holds links has no element of its own.
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group of a drawing is not interactive by itself.
    <g role="group" aria-label={c('doors')} {...list}>
      {doors.map(({ key, name, said, mark, to }) => (
        <Door
          key={key}
          id={key}
          mark={mark}
          to={to}
          label={c(key === here ? 'door.own' : 'door.value', { name, value: said })}
          isHere={key === here}
          isActive={key === stop}
        />
      ))}
    </g>
  );
}
