/**
 * By what the outcome of a rule of axe can differ on one page in one state. A rule with none of these reads the structure of the
 * page alone, which is the same in both languages, both colour schemes and at every width; elements that are *not* the same
 * there are found by `faults` and get every rule.
 */
export type Difference = 'language' | 'scheme' | 'width';

/** Tags of the rules that every page is held to. */
export const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Colours come from the scheme. */
const scheme = ['color-contrast', 'link-in-text-block'];

/**
 * Names and languages are text, which each language has of its own; at a narrow width a label can be hidden, and its button is
 * nameless then.
 */
const names = [
  'area-alt',
  'aria-command-name',
  'aria-input-field-name',
  'aria-meter-name',
  'aria-progressbar-name',
  'aria-tab-name',
  'aria-toggle-field-name',
  'aria-tooltip-name',
  'button-name',
  'form-field-multiple-labels',
  'frame-title',
  'image-alt',
  'input-button-name',
  'input-image-alt',
  'label',
  'label-content-name-mismatch',
  'link-name',
  'object-alt',
  'role-img-alt',
  'select-name',
  'summary-name',
  'svg-img-alt',
];

/** The same at every width: the page as a whole, ids made from titles, titles that must differ from one another. */
const language = [
  'aria-roledescription',
  'document-title',
  'duplicate-id-aria',
  'frame-title-unique',
  'html-has-lang',
  'html-lang-valid',
  'html-xml-lang-mismatch',
  'valid-lang',
];

/**
 * The size of what is pressed, what scrolls sideways only where it does not fit, and what a media query turns. A word is as wide
 * in a wide window as in a narrow one, so that a target too small for its language is found at the narrow width.
 */
const width = ['target-size', 'scrollable-region-focusable', 'css-orientation-lock'];

/** Roles, attributes, nesting, lists, tables, media: the same component in whatever language, colour and width. */
const structure = [
  'aria-allowed-attr',
  'aria-braille-equivalent',
  'aria-conditional-attr',
  'aria-deprecated-role',
  'aria-hidden-body',
  'aria-hidden-focus',
  'aria-prohibited-attr',
  'aria-required-attr',
  'aria-required-children',
  'aria-required-parent',
  'aria-roles',
  'aria-valid-attr',
  'aria-valid-attr-value',
  'audio-caption',
  'autocomplete-valid',
  'avoid-inline-spacing',
  'blink',
  'bypass',
  'definition-list',
  'dlitem',
  'frame-focusable-content',
  'list',
  'listitem',
  'marquee',
  'meta-refresh',
  'meta-viewport',
  'nested-interactive',
  'no-autoplay-audio',
  'p-as-heading',
  'server-side-image-map',
  'table-fake-caption',
  'td-has-header',
  'td-headers-attr',
  'th-has-data-cells',
  'video-caption',
];

const classes: readonly (readonly [readonly string[], readonly Difference[]])[] = [
  [scheme, ['scheme']],
  [names, ['language', 'width']],
  [language, ['language']],
  [width, ['width']],
  [structure, []],
];

/** Every rule with what its outcome can differ by. A test holds this to the rules that axe has. */
export const differsBy: ReadonlyMap<string, readonly Difference[]> = new Map(
  classes.flatMap(([rules, by]) => rules.map((rule) => [rule, by] as const)),
);

/** The rules whose outcome can differ by one thing. */
export const rulesOf = (difference: Difference): readonly string[] =>
  [...differsBy].filter(([, by]) => by.includes(difference)).map(([rule]) => rule);
