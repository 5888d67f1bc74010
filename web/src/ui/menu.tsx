import { Menu as Base } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import { cx } from './cx.ts';
import { Kbd } from './kbd.tsx';

const ITEM =
  'flex min-h-7 cursor-default items-center gap-2 px-3 py-1 outline-none data-highlighted:bg-hover data-disabled:opacity-55 pointer-coarse:min-h-10';

interface MenuProps {
  /** The button that opens it: `<Button>Plus</Button>`. */
  readonly trigger: ReactElement;
  readonly align?: 'start' | 'end';
  readonly side?: 'top' | 'bottom';
  /** Where a key opens it as well, whoever hears the key holds whether it is open. */
  readonly open?: boolean;
  readonly onOpen?: (open: boolean) => void;
  /** Keys of the items, heard before letters are looked for in their words. */
  readonly onKey?: (event: KeyboardEvent) => void;
  readonly children: ReactNode;
}

/** Less frequent acts behind one button: arrows, first letters and Escape work. */
export function Menu({ trigger, align = 'end', side = 'bottom', open, onOpen, onKey, children }: MenuProps): ReactNode {
  return (
    <Base.Root open={open} onOpenChange={onOpen}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} side={side} sideOffset={4} className="z-(--layer-float)">
          <Base.Popup
            onKeyDownCapture={onKey}
            className="max-h-(--available-height) min-w-48 overflow-y-auto rounded-lg border border-line bg-card py-1 shadow-float outline-none"
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

interface MenuItemProps {
  readonly onSelect: () => void;
  readonly keys?: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

export function MenuItem({ onSelect, keys, danger = false, disabled = false, children }: MenuItemProps): ReactNode {
  return (
    <Base.Item disabled={disabled} onClick={onSelect} className={cx(ITEM, danger && 'text-late')}>
      <span className="flex-1">{children}</span>
      {keys !== undefined && <Kbd keys={keys} />}
    </Base.Item>
  );
}

interface MenuChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

/** One setting inside a menu, its answers below it. */
export function MenuChoice<Value extends string>({
  label,
  value,
  choices,
  onChange,
}: MenuChoiceProps<Value>): ReactNode {
  return (
    <Base.RadioGroup value={value} onValueChange={onChange}>
      <Base.GroupLabel className="px-3 pt-2 pb-0.5 text-sm text-soft">{label}</Base.GroupLabel>
      {choices.map((choice) => (
        <Base.RadioItem key={choice.value} value={choice.value} closeOnClick className={ITEM}>
          <span className="flex-1">{choice.label}</span>
          <Base.RadioItemIndicator>
            <Check aria-hidden size={14} />
          </Base.RadioItemIndicator>
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  );
}

export function MenuLine(): ReactNode {
  return <Base.Separator className="my-1 h-px bg-line" />;
}
