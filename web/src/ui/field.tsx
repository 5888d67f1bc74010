import { createContext, use, useId } from 'react';
import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import { cx } from './cx.ts';

/** What a control must carry so that its label, hint and error are read with it. */
export interface ControlProps {
  readonly id?: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
  readonly 'aria-required'?: true;
}

const ControlContext = createContext<ControlProps>({});

/** For controls: the properties that tie them to the `Field` around them. */
export function useControl(): ControlProps {
  return use(ControlContext);
}

interface FieldProps {
  readonly label: ReactNode;
  /** One sentence that helps before one writes. */
  readonly hint?: ReactNode;
  /** What is wrong and how to mend it; replaces nothing, the hint stays. */
  readonly error?: string | undefined;
  readonly optional?: boolean;
  /** Keeps the label for readers of screens only (a search box in a toolbar). */
  readonly hideLabel?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A label, its control, what helps and what is wrong. Every control of a form stands in one. */
export function Field({
  label,
  hint,
  error,
  optional = false,
  hideLabel = false,
  className,
  children,
}: FieldProps): ReactNode {
  const t = useWords();
  const id = useId();
  const control = controlOf(id, hint !== undefined, error !== undefined, optional);
  return (
    <div className={cx('grid content-start gap-1', className)}>
      <label htmlFor={id} className={cx('font-medium', hideLabel && 'sr-only')}>
        {label}
        {optional && <small className="font-normal"> {t('ui.field.optional')}</small>}
      </label>
      <ControlContext value={control}>{children}</ControlContext>
      {hint !== undefined && <small id={`${id}-hint`}>{hint}</small>}
      {error !== undefined && (
        <p id={`${id}-error`} className="text-sm text-late">
          <span aria-hidden>! </span>
          {error}
        </p>
      )}
    </div>
  );
}

function controlOf(id: string, hinted: boolean, wrong: boolean, optional: boolean): ControlProps {
  const described = cx(hinted && `${id}-hint`, wrong && `${id}-error`);
  return {
    id,
    ...(described === '' ? {} : { 'aria-describedby': described }),
    ...(wrong ? { 'aria-invalid': true } : {}),
    ...(optional ? {} : { 'aria-required': true }),
  };
}

interface FieldsetProps {
  readonly legend: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly children: ReactNode;
}

/** Several controls that answer one question (boxes to tick, dates from and to). */
export function Fieldset({ legend, hint, error, children }: FieldsetProps): ReactNode {
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1 font-medium">{legend}</legend>
      {hint !== undefined && <small>{hint}</small>}
      {children}
      {error !== undefined && <p className="text-sm text-late">{error}</p>}
    </fieldset>
  );
}
