import { Printer } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import { Button, IconButton, LinkButton } from '#web/ui/button.tsx';
import { CopyButton } from '#web/ui/copy-button.tsx';
import { Dialog, Drawer } from '#web/ui/dialog.tsx';
import { Menu, MenuItem, MenuLine } from '#web/ui/menu.tsx';
import { say } from '#web/ui/toast.tsx';
import { Tooltip } from '#web/ui/tooltip.tsx';
import { Section } from './section.tsx';

/** Buttons, menus, dialogs, toasts. */
export function Acts(): ReactNode {
  const t = useWords();
  return (
    <Section title={t('toolbox.acts')}>
      <div className="flex flex-wrap gap-2">
        <Button tone="main" keys="c">
          {t('toolbox.acts.main')}
        </Button>
        <Button>{t('toolbox.acts.plain')}</Button>
        <Button tone="field">{t('toolbox.acts.field')}</Button>
        <Button tone="quiet">{t('toolbox.acts.quiet')}</Button>
        <Button tone="danger">{t('toolbox.acts.danger')}</Button>
        <Button busy>{t('toolbox.acts.busy')}</Button>
        <Button disabled>{t('toolbox.acts.off')}</Button>
        <LinkButton to="/ui">{t('toolbox.acts.link')}</LinkButton>
        <IconButton label={t('toolbox.acts.icon')} icon={<Printer size={16} />} onClick={() => window.print()} />
        <CopyButton text={t('toolbox.title')} />
      </div>
      <Floating />
    </Section>
  );
}

function Floating(): ReactNode {
  const t = useWords();
  const [shown, setShown] = useState<'dialog' | 'drawer'>();
  const close = (): void => setShown(undefined);
  const merge = (): void => say(t('toolbox.acts.toast.said'), { undo: () => say(t('toolbox.acts.toast.undone')) });
  return (
    <div className="flex flex-wrap gap-2">
      <Menu align="start" trigger={<Button>{t('toolbox.acts.menu')}</Button>}>
        <MenuItem onSelect={merge}>{t('toolbox.acts.toast')}</MenuItem>
        <MenuItem onSelect={() => setShown('drawer')} keys="d">
          {t('toolbox.acts.drawer')}
        </MenuItem>
        <MenuLine />
        <MenuItem onSelect={close} danger>
          {t('toolbox.acts.danger')}
        </MenuItem>
      </Menu>
      <Tooltip words={t('toolbox.acts.tip')}>
        <Button>{t('toolbox.acts.tipButton')}</Button>
      </Tooltip>
      <Button onClick={() => setShown('dialog')}>{t('toolbox.acts.dialog')}</Button>
      <Button onClick={() => setShown('drawer')}>{t('toolbox.acts.drawer')}</Button>
      <Button onClick={merge}>{t('toolbox.acts.toast')}</Button>
      <Button
        onClick={() => say(t('toolbox.acts.toast.failed'), { tone: 'late', detail: t('ui.error.unreachable.detail') })}
      >
        {t('toolbox.acts.toast.fail')}
      </Button>
      <Dialog
        open={shown === 'dialog'}
        onClose={close}
        title={t('toolbox.acts.dialog.title')}
        lead={t('toolbox.acts.dialog.lead')}
        actions={
          <>
            <Button onClick={close}>{t('toolbox.acts.quiet')}</Button>
            <Button tone="main" onClick={close}>
              {t('toolbox.acts.dialog.yes')}
            </Button>
          </>
        }
      />
      <Drawer open={shown === 'drawer'} onClose={close} title={t('toolbox.states.b')}>
        <p>{t('toolbox.states.note.text')}</p>
      </Drawer>
    </div>
  );
}
