import MarkdownIt from 'markdown-it';
import sanitize from 'sanitize-html';

/** How a message was written in its place. */
export type TextFormat = 'plain' | 'markdown' | 'html';

/** Longer texts are cut before they are shown: what a person reads in a thread is never larger. */
const MOST_CHARACTERS = 200_000;

// Raw HTML inside Markdown is shown as text, pictures become links: nothing is fetched from elsewhere.
const markdown = new MarkdownIt('default', { html: false, linkify: true, breaks: true }).disable('image');

/** Small pictures that stand for a word: an emoji, or a smiley whose other text is its code. */
function isSmiley(classes: string, text: string): boolean {
  return /(^|\s)emoji(\s|$)/.test(classes) || /^[^\s/]{1,24}$/.test(text);
}

/** A link that leaves the house: it learns nothing of us and lends no weight. */
const OUTSIDE = { rel: 'noopener noreferrer nofollow ugc', target: '_blank' } as const;

const ALLOWED: sanitize.IOptions = {
  allowedTags: [
    'p',
    'br',
    'hr',
    'b',
    'strong',
    'i',
    'em',
    'u',
    's',
    'del',
    'ins',
    'sub',
    'sup',
    'small',
    'span',
    'a',
    'ul',
    'ol',
    'li',
    'blockquote',
    'cite',
    'q',
    'code',
    'pre',
    'kbd',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
    'dl',
    'dt',
    'dd',
    'aside',
    'details',
    'summary',
  ],
  allowedAttributes: { a: ['href', 'rel', 'target'], td: ['colspan'], th: ['colspan', 'scope'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nestingLimit: 60,
  transformTags: {
    // A page has one first-level heading and it is not a member's.
    h1: 'h4',
    h2: 'h4',
    h3: 'h5',
    // A relative link would lead into our own pages: only whole addresses stay links.
    a: (_tag, attributes) => {
      const href = (attributes['href'] ?? '').trim();
      if (!/^(?:https?:\/\/|mailto:)/i.test(href)) return { tagName: 'span', attribs: {} };
      return { tagName: 'a', attribs: { href, ...OUTSIDE } };
    },
    img: (_tag, attributes) => {
      const source = attributes['src'] ?? '';
      const text = attributes['alt'] ?? attributes['title'] ?? '';
      if (isSmiley(attributes['class'] ?? '', text) || !/^https?:\/\//i.test(source))
        return { tagName: 'span', attribs: {}, text };
      return {
        tagName: 'a',
        attribs: { href: source, ...OUTSIDE },
        text: text === '' ? source : text,
      };
    },
  },
};

/**
 * The one way a member's text becomes HTML: whatever came in, what goes out has no script, handler, style, remote
 * picture or odd link. Texts are stored as they came and cleaned each time they are shown.
 */
export function safeHtml(text: string, format: TextFormat): string {
  const cut = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
  if (format === 'html') return sanitize(cut, ALLOWED);
  if (format === 'markdown') return sanitize(markdown.render(cut), ALLOWED);
  return sanitize(`<p>${escapeHtml(cut).replaceAll(/\r?\n/g, '<br>')}</p>`, ALLOWED);
}

/** The words alone, on one line, for excerpts and lists. */
export function plainText(text: string, format: TextFormat): string {
  const words = format === 'html' ? decodeEntities(stripTags(text)) : format === 'markdown' ? stripMarks(text) : text;
  return words.replaceAll(/\s+/g, ' ').trim();
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** The marks of Markdown go, its words stay: emphasis, quotes, headings, code, links. */
function stripMarks(markdownText: string): string {
  return markdownText
    .replaceAll(/!?\[([^\]\n]{0,300})\]\([^)\s]{0,2000}\)/g, '$1')
    .replaceAll(/^\s{0,3}(?:>+|#{1,6}|[-*+])\s+/gm, '')
    .replaceAll(/\*\*|__|`+|~~/g, '')
    .replaceAll(/(?<=\s)>\s/g, '');
}

/** Where a block begins or ends, a word does. */
function stripTags(html: string): string {
  return html
    .replaceAll(/<\/?(?:br|hr|p|pre|li|h\d|blockquote|cite|t[dhr]|d[dt]|summary)\b[^>]*>/gi, ' ')
    .replaceAll(/<[^>]*>/g, '');
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '’', nbsp: ' ' };

function decodeEntities(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole;
    const point = decimal === undefined ? Number.parseInt(String(hexadecimal), 16) : Number(decimal);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
