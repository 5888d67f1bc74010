import { Upload } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { cx } from './cx.ts';
import { useControl } from './field.tsx';

interface FileDropProps {
  /** As the browser's `accept`: `.zip,.json`. */
  readonly accept?: string;
  readonly chosen?: File | undefined;
  readonly onChoose: (file: File) => void;
  /** Which files fit, in words. */
  readonly hint: ReactNode;
  readonly label: string;
}

/** A file by dragging, clicking or the keyboard: over all of it lies the browser's own file field, which takes drops by itself. */
export function FileDrop({ accept, chosen, onChoose, hint, label }: FileDropProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const control = useControl();
  const [over, setOver] = useState(false);
  const take = (files: FileList | null): void => {
    const file = files?.[0];
    if (file !== undefined) onChoose(file);
  };
  return (
    <label
      className={cx(
        'relative grid justify-items-center gap-1 rounded-lg border border-dashed px-5 py-7 text-center has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
        over ? 'border-cockpit bg-cockpit-wash' : 'border-edge hover:bg-sunk',
      )}
    >
      <Upload aria-hidden size={20} className="text-soft" />
      <span>
        {t('ui.file.drop')} <span className="link font-medium">{t('ui.file.choose')}</span>
      </span>
      <small>{hint}</small>
      {chosen !== undefined && (
        <span role="status" className="pt-1 font-medium">
          {t('ui.file.chosen', { name: chosen.name, size: format.bytes(chosen.size) })}
        </span>
      )}
      <input
        type="file"
        {...control}
        aria-label={label}
        accept={accept}
        onDragEnter={() => setOver(true)}
        onDragLeave={() => setOver(false)}
        onDrop={() => setOver(false)}
        onChange={(event) => take(event.target.files)}
        className="absolute inset-0 cursor-pointer opacity-0"
      />
    </label>
  );
}
