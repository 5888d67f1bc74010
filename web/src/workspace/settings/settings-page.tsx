import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import { api } from '#web/app/api.ts';
import { sessionQuery, useHere } from '#web/app/session.ts';
import { useAct } from '#web/app/use-act.ts';
import { ZoneChoice } from '#web/app/zone-choice.tsx';
import { useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Field } from '#web/ui/field.tsx';
import { Page } from '#web/ui/page.tsx';
import { Select } from '#web/ui/select.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { say } from '#web/ui/toast.tsx';
import { ProblemRefusal } from '#web/workspace/entry/refusal.tsx';
import { LettersCard } from './letters-card.tsx';
import { PrivacyCard } from './privacy-card.tsx';
import type { ChangeSpace } from '#workspace/spaces/wire.ts';

const ROOMS = [
  { id: 'account', to: '/$ws/settings/account' },
  { id: 'team', to: '/$ws/settings/team' },
  { id: 'staff', to: '/$ws/settings/staff' },
  { id: 'keys', to: '/$ws/settings/keys', needs: 'manageKeys' },
  { id: 'record', to: '/$ws/settings/record', needs: 'readRecord' },
] as const;

/** Where everything of the workspace is set; each matter has its own page. */
export function SettingsPage(): ReactNode {
  const t = useWords();
  const { space } = useHere();
  const rooms = ROOMS.filter((room) => !('needs' in room) || space.can[room.needs]);
  return (
    <Page title={t('settings.title')} width="text">
      <ul className="rounded-lg border border-line bg-card">
        {rooms.map((room) => (
          <li key={room.id} className="border-t border-line first:border-t-0">
            <Link to={room.to} params={{ ws: space.slug }} className="grid px-3.5 py-2.5 hover:bg-hover">
              <b>{t(`settings.${room.id}`)}</b>
              <small>{t(`settings.${room.id}.about`)}</small>
            </Link>
          </li>
        ))}
      </ul>
      <LettersCard />
      {space.can.changeWorkspace && <SpaceCard />}
      {space.can.changeWorkspace && <PrivacyCard />}
    </Page>
  );
}

function SpaceCard(): ReactNode {
  const t = useWords();
  const queries = useQueryClient();
  const { space } = useHere();
  const { busy, problem, run } = useAct();
  const [form, setForm] = useState({ name: space.name, zone: space.zone, language: space.language });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    run(async () => {
      await api.patch('/workspace', form satisfies ChangeSpace);
      await queries.invalidateQueries(sessionQuery);
      say(t('settings.saved'));
    });
  };
  return (
    <Card title={t('settings.space')}>
      <form onSubmit={submit} className="grid gap-3">
        <ProblemRefusal problem={problem} />
        <Field label={t('settings.space.name')}>
          <TextInput
            required
            maxLength={120}
            value={form.name}
            onChange={(event) => setForm({ ...form, name: event.target.value })}
          />
        </Field>
        <Field label={t('settings.space.zone')} hint={t('settings.space.zone.hint')}>
          <ZoneChoice value={form.zone} used={space.zone} onChange={(zone) => setForm({ ...form, zone })} />
        </Field>
        <Field label={t('settings.space.language')} hint={t('settings.space.language.hint')}>
          <Select
            value={form.language}
            options={[
              { value: 'fr', label: 'Français' },
              { value: 'en', label: 'English' },
            ]}
            onChange={(language) => setForm({ ...form, language: language === 'en' ? 'en' : 'fr' })}
          />
        </Field>
        <Button type="submit" busy={busy} className="justify-self-start">
          {t('settings.save')}
        </Button>
      </form>
    </Card>
  );
}
