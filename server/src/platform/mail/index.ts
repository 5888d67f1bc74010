import type { Transporter } from 'nodemailer';

/** One letter to one person, in plain text. */
export interface Mail {
  /** Becomes its Message-ID: the same letter sent twice can be told by whoever receives it. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/**
 * What became of a letter. `refused`: the server will never take it. `later`: nothing was taken, it may be tried again.
 * `uncertain`: the connection broke once its text was on the way, so it must not be sent again unasked.
 */
export type MailOutcome =
  | { readonly is: 'sent' }
  | { readonly is: 'refused' | 'later' | 'uncertain'; readonly problem: string };

export interface MailSettings {
  /** smtp:// or smtps://, with user and password where the server asks for them. */
  readonly url: string;
  /** Whom letters are from: an address, or a name with one. */
  readonly from: string;
}

export interface Mailer {
  send(mail: Mail): Promise<MailOutcome>;
  /** Whether the server answers and takes our user; undefined when it does, else what is wrong, without secrets. */
  check(): Promise<string | undefined>;
  close(): void;
}

const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, dnsTimeout: 10_000 };

/** Sends letters by one SMTP server. Nothing of a letter is fetched from files or addresses. */
export function createMailer({ url, from }: MailSettings): Mailer {
  let opened: Promise<Transporter> | undefined;
  // Loaded with the first letter: most starts send none.
  const open = async (): Promise<Transporter> => {
    const { createTransport } = await import('nodemailer');
    return createTransport({ url, ...PATIENCE, disableFileAccess: true, disableUrlAccess: true });
  };
  const transport = (): Promise<Transporter> => (opened ??= open());
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'passerelle.invalid';
  const check = async (): Promise<string | undefined> => {
    try {
      await (await transport()).verify();
      return undefined;
    } catch (error) {
      return problemOf(error);
    }
  };
  return {
    check,
    async send({ id, to, subject, text }) {
      // A connection that breaks says not when: whatever fails here failed before any text was on its way.
      const problem = await check();
      if (problem !== undefined) return { is: 'later', problem };
      try {
        const headers = { 'Auto-Submitted': 'auto-generated' };
        await (await transport()).sendMail({ from, to, subject, text, headers, messageId: `<${id}@${domain}>` });
        return { is: 'sent' };
      } catch (error) {
        return outcomeOf(error);
      }
    },
    close: () => void opened?.then((standing) => standing.close()),
  };
}

interface SmtpError {
  readonly code?: unknown;
  readonly responseCode?: unknown;
}

/** A code of the server or of the connection; its sentence may name the recipient and is left out. */
function problemOf(error: unknown): string {
  const { code, responseCode } = error as SmtpError;
  const said = [responseCode, code].filter((one) => typeof one === 'number' || typeof one === 'string');
  return said.join(' ') || 'unknown';
}

function outcomeOf(error: unknown): MailOutcome {
  const problem = problemOf(error);
  const { responseCode } = error as SmtpError;
  if (typeof responseCode === 'number') return { is: responseCode >= 500 ? 'refused' : 'later', problem };
  return { is: 'uncertain', problem };
}
