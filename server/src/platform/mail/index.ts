import { createTransport } from 'nodemailer';

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
  const transport = createTransport({ url, ...PATIENCE, disableFileAccess: true, disableUrlAccess: true });
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'passerelle.invalid';
  return {
    async send({ id, to, subject, text }) {
      try {
        const headers = { 'Auto-Submitted': 'auto-generated' };
        await transport.sendMail({ from, to, subject, text, headers, messageId: `<${id}@${domain}>` });
        return { is: 'sent' };
      } catch (error) {
        return outcomeOf(error);
      }
    },
    async check() {
      try {
        await transport.verify();
        return undefined;
      } catch (error) {
        return problemOf(error);
      }
    },
    close: () => transport.close(),
  };
}

interface SmtpError {
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly responseCode?: unknown;
}

/** A code of the server or of the connection; its sentence may name the recipient and is left out. */
function problemOf(error: unknown): string {
  const { code, responseCode } = error as SmtpError;
  const said = [responseCode, code].filter((one) => typeof one === 'number' || typeof one === 'string');
  return said.join(' ') || 'unknown';
}

/** What goes wrong before any text is on its way. */
const BEFORE_TEXT: readonly unknown[] = ['ECONNECTION', 'EDNS', 'EAUTH', 'ETLS', 'EPROXY'];

function outcomeOf(error: unknown): MailOutcome {
  const problem = problemOf(error);
  const { code, syscall, responseCode } = error as SmtpError;
  // A wrong password is mended in the settings: letters wait for it.
  if (BEFORE_TEXT.includes(code) || syscall === 'connect') return { is: 'later', problem };
  if (typeof responseCode === 'number') return { is: responseCode >= 500 ? 'refused' : 'later', problem };
  return { is: 'uncertain', problem };
}
