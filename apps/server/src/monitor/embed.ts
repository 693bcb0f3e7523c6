import type { Indicator } from '@schaalsprong/agenda';
import { escapeXml } from '@schaalsprong/chart';
import { downloads } from '@schaalsprong/wire';
import type { Lang } from '@schaalsprong/words';

/** Style sheet of an embedded chart: responsive to the width of its frame. */
export const embedStyle = `body {
  margin: 0;
  background: #ffffff;
  color: #1a1d20;
  font: 14px/1.4 "Source Sans 3", "Segoe UI", Helvetica, Arial, sans-serif;
}

svg {
  display: block;
  inline-size: 100%;
  block-size: auto;
}

.narrow {
  display: none;
}

@media (max-width: 560px) {
  .narrow {
    display: block;
  }

  .wide {
    display: none;
  }
}

p {
  margin: 0;
  padding: 0 16px 12px;
}

a {
  color: #0b4f6c;
}

a:focus-visible {
  outline: 3px solid #0b4f6c;
  outline-offset: 2px;
}
`;

/**
 * Headers of an embedded chart, the only page that other sites may frame. It has no script, form or cookie, so clickjacking gains nothing.
 */
export const embedHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "style-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self' https:",
  ].join('; '),
};

/** Input of the embed page. */
export interface EmbedInput {
  readonly indicator: Pick<Indicator, 'id' | 'title'>;
  readonly lang: Lang;
  /** the chart as SVG text, for wide and for narrow viewports */
  readonly wide: string;
  readonly narrow: string;
}

/** HTML page with one chart and a link to the full page. */
export function embedPage({ indicator, lang, wide, narrow }: EmbedInput): string {
  const title = escapeXml(indicator.title[lang]);
  const page = `${lang === 'nl' ? '' : '/en'}/monitor/${indicator.id}`;
  const more = {
    nl: 'Cijfers, bronnen en uitleg op Schaalsprong',
    en: 'Figures, sources and explanation at Schaalsprong',
  }[lang];
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${downloads.embedStyle.path}">
</head>
<body>
<main>
<div class="wide">
${wide}</div>
<div class="narrow">
${narrow}</div>
<p><a href="${page}" target="_top">${more}</a></p>
</main>
</body>
</html>
`;
}
