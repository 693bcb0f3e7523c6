/** How wide the words of the text are taken: the figure as printed, the usual width, or wide. */
export const widths = ['bare', 'default', 'generous'] as const;
/** One of {@link widths}. */
export type Width = (typeof widths)[number];
