import type { ReactNode } from 'react';
import { cx } from './cx.ts';

interface SafeHtmlProps {
  /** HTML that the server has sanitised; never anything else. */
  readonly html: string;
  /** Language of the text, for voices and hyphenation. */
  readonly lang?: string | undefined;
  readonly className?: string;
}

/** What a member wrote, formatted. The one place of the web that puts HTML into the page. */
export function SafeHtml({ html, lang, className }: SafeHtmlProps): ReactNode {
  return <div lang={lang} className={cx('prose', className)} dangerouslySetInnerHTML={{ __html: html }} />;
}
