/** A strip of all futures, filled as far as they meet the target. The words beside it say the same. */
export function MetBar({ met }: { met: { readonly count: number; readonly of: number } }) {
  const share = met.of === 0 ? 0 : met.count / met.of;
  return (
    <svg
      className="metbar"
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect className="metbar__all" x="0" y="0" width="100" height="6" />
      <rect className="metbar__met" x="0" y="0" width={share * 100} height="6" />
    </svg>
  );
}
