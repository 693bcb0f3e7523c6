/** Colours: as the system says, or as the reader chose. */
export type Theme = 'auto' | 'light' | 'dark';
/** In the order in which the button goes through them. */
export const themes: readonly Theme[] = ['auto', 'light', 'dark'];

const key = 'schaalsprong-theme';

/** The reader's choice, or `auto`; storage may be closed to us, and that is fine. */
export function readTheme(): Theme {
  try {
    const kept = globalThis.localStorage.getItem(key);
    return themes.find((theme) => theme === kept) ?? 'auto';
  } catch {
    return 'auto';
  }
}

/** Shows a choice, and keeps it in this browser where that is allowed. */
export function applyTheme(theme: Theme): void {
  globalThis.document.documentElement.dataset.theme = theme;
  try {
    if (theme === 'auto') globalThis.localStorage.removeItem(key);
    else globalThis.localStorage.setItem(key, theme);
  } catch {
    // A browser that keeps nothing still shows the colours that were chosen.
  }
}
