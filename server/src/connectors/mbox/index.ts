import type { Connector } from '@passerelle/kit';
import { pieces } from './pieces.ts';
import { read } from './read.ts';

/** Some mail programs give their mailboxes no extension at all. */
const MAILBOX = /(?:\.(?:mbox|mbx|mail|txt)|(?:^|\/)[^./]+)(?:\.gz)?$/i;
const FIRST_LINE = /^\s*From \S.*\d{1,2}:\d{2}.*\d{4}\s*\r?\n>?[!-9;-~]+:/;

/** Mailing list archives: Mailman/pipermail monthly files and standard mailboxes. */
export const mbox: Connector = {
  id: 'mbox',
  version: 1,
  name: { fr: 'Liste de diffusion (mbox)', en: 'Mailing list (mbox)' },
  collects: ['handle', 'name', 'email', 'text'],
  gives: {
    threads: true,
    replies: true,
    hours: true,
    reactions: false,
    personIds: true,
    staff: false,
    silentMembers: false,
    originalLinks: false,
  },
  read,
  files: {
    recognise(paths, head) {
      const boxes = paths.filter((path) => MAILBOX.test(path));
      const sure = boxes.slice(0, 20).filter((path) => FIRST_LINE.test(head(path) ?? ''));
      return sure.length > 0 ? 0.95 : 0;
    },
    rank: (path) => (MAILBOX.test(path) ? 0 : undefined),
    pieces,
  },
};
