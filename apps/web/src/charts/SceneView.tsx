import { elementOf, type Group, type Mark, type Palette, type Scene } from '@schaalsprong/chart';
import { createElement, memo, type ReactElement } from 'react';
import { Plot } from './Plot.tsx';

/** Design tokens of the page, so that a drawing follows the theme. */
const tokens: Palette = {
  ink: 'var(--ink)',
  soft: 'var(--ink-soft)',
  rule: 'var(--rule)',
  paper: 'var(--paper)',
  accent: 'var(--accent)',
  bad: 'var(--bad)',
  none: 'none',
};

function elementFor(mark: Mark): ReactElement {
  const { tag, attributes, title, text } = elementOf(mark, tokens);
  return createElement(
    tag,
    { key: mark.key, className: mark.role, ...attributes },
    title === null ? null : <title>{title}</title>,
    text,
  );
}

/** The marks of a scene as elements of SVG. */
export const SceneMarks = memo(function SceneMarks({ marks }: { marks: readonly (Mark | Group)[] }) {
  return marks.map((mark) =>
    mark.is === 'group' ? <g key={mark.key}>{mark.marks.map(elementFor)}</g> : elementFor(mark),
  );
});

/** A scene on the page, with its text alternative. */
export function SceneView({ scene, titleId }: { scene: Scene; titleId: string }) {
  return (
    <Plot width={scene.width} height={scene.height} titleId={titleId} alt={scene.name}>
      <SceneMarks marks={scene.marks} />
    </Plot>
  );
}

/**
 * A sparkline. Without `alt` it is hidden from screen readers, since the text beside it says the same.
 */
export function SmallScene({ scene, className, alt }: { scene: Scene; className: string; alt?: string }) {
  const { width, height } = scene;
  const frame = { className, width, height, viewBox: `0 0 ${width} ${height}`, focusable: false } as const;
  const marks = <SceneMarks marks={scene.marks} />;
  return alt === undefined ? (
    <svg {...frame} aria-hidden="true">
      {marks}
    </svg>
  ) : (
    <svg {...frame} role="img" aria-label={alt}>
      {marks}
    </svg>
  );
}
