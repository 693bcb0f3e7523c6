/** Why a file of an office program is not read. */
export type OfficeFaultKind = 'damaged' | 'encrypted' | 'unpacks-too-large' | 'entities' | 'time';

/** A file that is damaged or hostile. Callers turn it into their own problem, with the name of the file. */
export class OfficeFault extends Error {
  override readonly name = 'OfficeFault';
  readonly kind: OfficeFaultKind;
  /** what is damaged */
  readonly detail: { readonly nl: string; readonly en: string };
  /** what kind of file: an archive, or the office document in it */
  readonly format: 'ZIP' | 'Word' | 'Excel';
  /** the limit that was passed: megabytes, or seconds */
  readonly most: number;

  constructor(
    kind: OfficeFaultKind,
    {
      detail = { nl: kind, en: kind },
      format = 'ZIP',
      most = 0,
    }: Partial<Pick<OfficeFault, 'detail' | 'format' | 'most'>> = {},
  ) {
    super(`${kind}: ${detail.en}`);
    this.kind = kind;
    this.detail = detail;
    this.format = format;
    this.most = most;
  }
}
