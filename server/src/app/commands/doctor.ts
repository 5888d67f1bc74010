import { statfs } from 'node:fs/promises';
import { systemClock } from '#platform/clock/index.ts';
import { say } from '#platform/i18n/index.ts';
import { silentLog } from '#platform/log/index.ts';
import { createMailer } from '#platform/mail/index.ts';
import { readConfig } from '#app/config.ts';
import type { Config } from '#app/config.ts';
import { openHouse } from '#app/opening.ts';
import { wasProxySeen } from '#app/http/proxies.ts';
import { VERSION } from '#app/version.ts';
import { EXIT, tell, terminalLanguage } from '#app/commands/terminal.ts';

interface Finding {
  readonly what: string;
  readonly good: boolean;
  /** What to do about it, in the reader's language. */
  readonly advice?: string;
}

const LEAST_FREE = 1024 ** 3;

/** Looks at what the installation needs and says what is wrong; changes nothing beyond what a start would. */
export async function doctor(options: { readonly json?: boolean }): Promise<number> {
  const findings = await examine();
  if (options.json === true) process.stdout.write(`${JSON.stringify({ version: VERSION, findings })}\n`);
  else
    for (const { what, good, advice } of findings)
      tell(good ? 'cli/doctor_good' : 'cli/doctor_bad', { what, advice: advice ?? '' });
  return findings.every((finding) => finding.good) ? EXIT.done : EXIT.problems;
}

async function examine(): Promise<readonly Finding[]> {
  const language = terminalLanguage();
  const node: Finding = {
    what: `Node ${process.versions.node}`,
    good: Number(process.versions.node.split('.')[0]) >= 24,
    advice: say(language, 'doctor/node'),
  };
  const config = readConfig(process.env);
  if (!config.ok)
    return [
      node,
      {
        what: say(language, 'doctor/settings'),
        good: false,
        advice: say(language, config.refusal.code, config.refusal.details),
      },
    ];
  const settings: Finding = { what: say(language, 'doctor/settings'), good: true };
  const house = await openHouse({ config: config.value, clock: systemClock, log: silentLog });
  if (!house.ok) {
    return [
      node,
      settings,
      {
        what: say(language, 'doctor/database'),
        good: false,
        advice: say(language, house.refusal.code, house.refusal.details),
      },
    ];
  }
  try {
    const base: Finding = {
      what: say(language, 'doctor/database'),
      good: await house.value.database.ping(),
      advice: say(language, 'http/not_ready'),
    };
    const { dataFolder } = config.value;
    return [node, settings, base, await disk(dataFolder), ...proxy(config.value), await mail(config.value)];
  } finally {
    await house.value.close();
  }
}

/** Nothing where no proxy is declared, expected, or was ever seen. */
function proxy({ trustedProxies, publicUrl, dataFolder }: Config): readonly Finding[] {
  // We speak no TLS ourselves: somebody in front does.
  const isBehind = publicUrl?.startsWith('https:') === true || wasProxySeen(dataFolder);
  if (trustedProxies === 0 && !isBehind) return [];
  const language = terminalLanguage();
  const what = say(language, 'doctor/proxy', { trusted: trustedProxies });
  return [{ what, good: trustedProxies > 0, advice: say(language, 'doctor/proxy_advice') }];
}

/** No mail is a choice; half of its settings is a mistake, and so is a server that does not answer. */
async function mail({ mail: settings, mailIsHalfSet }: Config): Promise<Finding> {
  const language = terminalLanguage();
  if (settings === undefined) {
    const what = say(language, 'doctor/mail_off');
    return { what, good: !mailIsHalfSet, advice: say(language, 'doctor/mail_half') };
  }
  const mailer = createMailer(settings);
  const problem = await mailer.check();
  mailer.close();
  const what = say(language, 'doctor/mail', { from: settings.from });
  return { what, good: problem === undefined, advice: say(language, 'doctor/mail_advice', { problem: problem ?? '' }) };
}

async function disk(folder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const language = terminalLanguage();
  const what = say(language, 'doctor/disk', { gigabytes: Math.floor(free / 1024 ** 3) });
  return { what, good: free >= LEAST_FREE, advice: say(language, 'doctor/disk_advice') };
}
