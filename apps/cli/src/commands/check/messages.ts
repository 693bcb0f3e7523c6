/** Texts of `check`, in both languages; `{…}` is filled in. */
export const checkMessages = {
  'check-passed': {
    nl: '{title}: {targets} doelstellingen, {claims} beweringen, {variables} modelvariabelen. Alles klopt.',
    en: '{title}: {targets} targets, {claims} claims, {variables} model variables. Everything holds.',
  },
} as const;
