import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import { Button, IconButton } from '#web/ui/button.tsx';

/** Opens the palette; its shortcut is written on it. */
export function SearchButton({
  onPress,
  small = false,
}: {
  readonly onPress: () => void;
  readonly small?: boolean;
}): ReactNode {
  const t = useWords();
  if (small) return <IconButton label={t('shell.search')} icon={<Search size={18} />} onClick={onPress} />;
  return (
    <span className="hidden wide:contents">
      <Button onClick={onPress} keys="mod+k">
        {t('shell.search')}
      </Button>
    </span>
  );
}
