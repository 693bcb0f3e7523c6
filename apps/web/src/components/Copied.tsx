import { Button } from '@utrecht/component-library-react';
import { type ReactNode, useState } from 'react';
import { useWords } from '../lib/hooks.tsx';

/** Some text that a reader copies, with a button that does it. */
export function Copied({ label, text, children }: { label: string; text: string; children: ReactNode }) {
  const { t } = useWords();
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(t('copied.done'));
    } catch {
      setSaid(t('copied.failed'));
    }
  };
  return (
    <div className="copied">
      {children}
      <p className="take">
        <Button appearance="subtle-button" onClick={() => void copy()}>
          {label}
        </Button>
        <span role="status" className="small">
          {said}
        </span>
      </p>
    </div>
  );
}
