/** How wide the words of the text are taken: the figure as printed, the usual width, or wide. */
export const settings = ['bare', 'default', 'generous'] as const;
/** One of {@link settings}. */
export type Setting = (typeof settings)[number];
