import { type ReactNode, useState } from 'react';

interface Props {
  readonly summary: ReactNode;
  readonly className?: string;
  readonly open?: boolean;
  readonly onToggle?: (open: boolean) => void;
  readonly children: () => ReactNode;
}

/** Something folded whose inside is made only once it was opened: a page of folds stays light. */
export function Fold({ summary, className, open = false, onToggle, children }: Props) {
  const [opened, setOpened] = useState(open);
  return (
    <details
      {...(className === undefined ? {} : { className })}
      open={opened}
      onToggle={(event) => {
        const now = event.currentTarget.open;
        if (now === opened) return;
        setOpened(now);
        onToggle?.(now);
      }}
    >
      <summary>{summary}</summary>
      {opened && children()}
    </details>
  );
}
