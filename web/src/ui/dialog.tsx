import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useRef } from 'react';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { useWords } from '#web/i18n/index.ts';
import { cx } from './cx.ts';
import { IconButton } from './button.tsx';

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  /** One sentence under the title. */
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
  /** The buttons; the one that does it comes last. */
  readonly actions?: ReactNode;
  readonly wide?: boolean;
  /** The title is for readers of screens only, and no cross is drawn: Escape and the veil close. */
  readonly bare?: boolean;
  /** The field one writes in at once; without it the first one of its form, or the first thing that takes the focus. */
  readonly focus?: RefObject<HTMLInputElement | null>;
}

/** A question that wants an answer before anything else. Escape and the veil close it; the focus comes back. */
export function Dialog({ wide = false, ...rest }: DialogProps): ReactNode {
  return (
    <Panel
      {...rest}
      className={cx(
        'top-[max(1rem,12dvh)] left-1/2 max-h-[84dvh] w-[calc(100vw-2rem)] -translate-x-1/2 rounded-lg border',
        wide ? 'max-w-[48rem]' : 'max-w-[30rem]',
      )}
    />
  );
}

interface DrawerProps extends DialogProps {
  /** `left` for the navigation, where its button is; details come from the right. */
  readonly side?: 'left' | 'right';
}

/** Details beside what they are about, without leaving the page. On a phone it takes the whole screen. */
export function Drawer({ wide = false, side = 'right', ...rest }: DrawerProps): ReactNode {
  return (
    <Panel
      {...rest}
      className={cx(
        'top-0 h-dvh',
        side === 'left' ? 'left-0 w-80 max-w-[calc(100vw-3rem)] border-r' : 'right-0 w-full border-l',
        side === 'right' && (wide ? 'wide:max-w-[44rem]' : 'wide:max-w-[27rem]'),
      )}
    />
  );
}

type PanelProps = Omit<DialogProps, 'wide'> & { readonly className: string };

function Panel({
  bare = false,
  open,
  onClose,
  title,
  lead,
  children,
  actions,
  focus,
  className,
}: PanelProps): ReactNode {
  const t = useWords();
  const body = useRef<HTMLDivElement>(null);
  return (
    <Base.Root open={open} onOpenChange={(next) => next || onClose()}>
      <Base.Portal>
        <Base.Backdrop className="no-print fixed inset-0 z-(--layer-veil) bg-veil transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          data-modal
          onKeyDown={submitOnEnter}
          initialFocus={(by) => chosen(focus?.current) ?? (by === 'touch' ? true : firstField(body.current))}
          className={cx(
            'fixed z-(--layer-dialog) flex flex-col border-line bg-card shadow-float transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0',
            className,
          )}
        >
          {bare ? (
            <Base.Title className="sr-only">{title}</Base.Title>
          ) : (
            <header className="flex items-start gap-3 py-3 pr-2 pl-4">
              <div className="min-w-0 flex-1 pt-1">
                <Base.Title className="text-md font-semibold text-ink">{title}</Base.Title>
                {lead !== undefined && <Base.Description className="text-soft">{lead}</Base.Description>}
              </div>
              <Base.Close render={<IconButton label={t('ui.close')} icon={<X size={16} />} />} />
            </header>
          )}
          {children !== undefined && (
            <div ref={body} className={cx('min-h-0 flex-1 overflow-y-auto px-4 pb-4', bare ? 'pt-4' : 'pt-1')}>
              {children}
            </div>
          )}
          {actions !== undefined && (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-4 py-3">{actions}</footer>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

const FIELDS = 'form :is(input:not([type=radio], [type=checkbox], [type=file]), textarea, select)';

/** Where one writes first. On a touch screen nobody asks for it: the keyboard that comes up would hide the rest. */
function firstField(body: HTMLElement | null): HTMLElement | true {
  if (matchMedia('(pointer: coarse)').matches) return true;
  return chosen(body?.querySelector<HTMLElement>(FIELDS)) ?? true;
}

/** What was written there for whoever opens it is a proposal: typing replaces it. */
function chosen(field: HTMLElement | null | undefined): HTMLElement | undefined {
  if (field instanceof HTMLInputElement) field.select();
  return field ?? undefined;
}

/** Ctrl or ⌘ and Enter send a form from any of its fields, where Enter alone begins a line. */
function submitOnEnter(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !(event.target instanceof HTMLElement)) return;
  const form = event.target.closest('form');
  const button = [...(form?.elements ?? [])].find((one) => one instanceof HTMLButtonElement && one.type === 'submit');
  if (form === null || (button instanceof HTMLButtonElement && button.disabled)) return;
  event.preventDefault();
  form.requestSubmit();
}
