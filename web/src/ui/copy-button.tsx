import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import { Button } from './button.tsx';

const SHOWN_FOR = 2000;

interface CopyButtonProps {
  readonly text: string;
  readonly label?: string;
}

/** Puts a text on the clipboard and says that it did. */
export function CopyButton({ text, label }: CopyButtonProps): ReactNode {
  const t = useWords();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = (): void => void navigator.clipboard.writeText(text).then(() => setCopied(true));
  return (
    <Button onClick={copy}>
      {copied ? <Check aria-hidden size={14} /> : <Copy aria-hidden size={14} />}
      <span aria-live="polite">{copied ? t('ui.copied') : (label ?? t('ui.copy'))}</span>
    </Button>
  );
}
