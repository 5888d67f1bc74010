import { Toast as Base } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import { IconButton } from './button.tsx';
import { cx } from './cx.ts';

const manager = Base.createToastManager();

interface Said {
  /** `late` is for what failed: it stays until it is closed and interrupts readers of screens. */
  readonly tone?: 'plain' | 'late';
  readonly detail?: string;
  /** For acts that can be taken back: the toast stays ten seconds with this button. */
  readonly undo?: () => void;
}

const UNDO_TIME = 10_000;
const READ_TIME = 5000;

/** Says what was just done, in one short sentence already translated: `say(t('members.merged'), { undo })`. */
export function say(words: string, { tone = 'plain', detail, undo }: Said = {}): void {
  const failed = tone === 'late';
  manager.add({
    title: words,
    type: tone,
    description: detail,
    timeout: failed ? 0 : undo === undefined ? READ_TIME : UNDO_TIME,
    priority: failed ? 'high' : 'low',
    ...(undo === undefined ? {} : { actionProps: { onClick: undo } }),
  });
}

/** Where toasts appear; the shell has one. F6 moves the focus to it. */
export function ToastRegion({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <Base.Provider toastManager={manager}>
      {children}
      <Base.Portal>
        <Base.Viewport className="no-print fixed inset-x-4 bottom-4 z-(--layer-said) flex flex-col-reverse items-end gap-2 wide:left-auto wide:w-[24rem]">
          <ToastList />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function ToastList(): ReactNode {
  const t = useWords();
  const { toasts, close } = Base.useToastManager();
  return toasts.map((toast) => (
    <Base.Root
      key={toast.id}
      toast={toast}
      className={cx(
        'w-full rounded-lg border border-l-4 bg-card shadow-float transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0',
        toast.type === 'late' ? 'border-line border-l-late' : 'border-line border-l-cockpit',
      )}
    >
      <Base.Content className="flex items-start gap-2 py-2 pr-1 pl-3">
        <div className="min-w-0 flex-1 py-1">
          <Base.Title className="text-base font-medium text-ink" />
          <Base.Description className="text-soft" />
        </div>
        {toast.actionProps !== undefined && (
          <Base.Action
            onClick={(event) => {
              toast.actionProps?.onClick?.(event);
              close(toast.id);
            }}
            className="h-control rounded-md border border-line px-2.5 font-medium hover:bg-hover"
          >
            {t('ui.undo')}
          </Base.Action>
        )}
        <Base.Close render={<IconButton label={t('ui.close')} icon={<X size={16} />} />} />
      </Base.Content>
    </Base.Root>
  ));
}
