/** Texts of `check`, in both languages; `{…}` is filled in. */
export const checkMessages = {
  'check-passed': {
    nl: '{title}: {targets} doelstellingen, {claims} uitspraken, {variables} modelvariabelen. De vorm klopt.',
    en: '{title}: {targets} targets, {claims} claims, {variables} model variables. The form is sound.',
  },
  'content-warnings': {
    nl: 'Na te gaan ({count}):',
    en: 'To look into ({count}):',
  },
} as const;
