import { type ReactNode, useState } from 'react';

interface Props {
  readonly summary: ReactNode;
  readonly className?: string;
  readonly open?: boolean;
  readonly children: () => ReactNode;
}

/** Something folded whose inside is made only once it was opened: a page of folds stays light. */
export function Fold({ summary, className, open = false, children }: Props) {
  const [opened, setOpened] = useState(open);
  return (
    <details
      {...(className === undefined ? {} : { className })}
      open={opened}
      onToggle={(event) => setOpened(event.currentTarget.open)}
    >
      <summary>{summary}</summary>
      {opened && children()}
    </details>
  );
}
