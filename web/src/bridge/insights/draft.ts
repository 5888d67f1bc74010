import type { InsightPatch, InsightView } from '#bridge/insights/wire.ts';

/** What the writer types; lists as text, one a line or between commas. */
export interface Draft {
  readonly statement: string;
  readonly ask: string;
  readonly options: string;
  readonly words: string;
  readonly themeId: string | undefined;
  readonly objectiveId: string | undefined;
  readonly who: 'colleague' | 'outside';
  readonly ownerId: string | undefined;
  readonly outsideName: string;
  readonly outsideEmail: string;
  readonly due: string;
}

export function draftOf(insight: InsightView): Draft {
  return {
    statement: insight.statement,
    ask: insight.ask ?? '',
    options: insight.options.join('\n'),
    words: insight.words.join(', '),
    themeId: insight.theme?.id,
    objectiveId: insight.objective?.id,
    ...deciderOf(insight),
    due: insight.due ?? '',
  };
}

function deciderOf({ owner, outside }: InsightView): Pick<Draft, 'who' | 'ownerId' | 'outsideName' | 'outsideEmail'> {
  const { name = '', email = '' } = outside ?? {};
  return {
    who: outside === null ? 'colleague' : 'outside',
    ownerId: owner?.id,
    outsideName: name,
    outsideEmail: email ?? '',
  };
}

/** The draft as the server takes it; what is empty is cleared. */
export function patchOf(draft: Draft, version: number): InsightPatch {
  const name = draft.outsideName.trim();
  const email = draft.outsideEmail.trim();
  const isOutside = draft.who === 'outside' && name !== '' && email !== '';
  return {
    version,
    statement: draft.statement.trim(),
    ask: filled(draft.ask),
    options: partsOf(draft.options, '\n'),
    words: partsOf(draft.words, ','),
    themeId: draft.themeId ?? null,
    objectiveId: draft.objectiveId ?? null,
    ownerId: draft.who === 'colleague' ? (draft.ownerId ?? null) : null,
    outside: isOutside ? { name, email } : null,
    due: filled(draft.due),
  };
}

function filled(text: string): string | null {
  const plain = text.trim();
  return plain === '' ? null : plain;
}

function partsOf(text: string, mark: string): string[] {
  return text.split(mark).flatMap((part) => filled(part) ?? []);
}
