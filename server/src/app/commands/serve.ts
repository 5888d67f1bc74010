import { once } from 'node:events';
import { listen } from '#app/http/listen.ts';
import type { Opened } from '#app/commands/command.ts';
import { open } from '#app/commands/command.ts';
import { EXIT, tell, tellRefusal } from '#app/commands/terminal.ts';

/** Opens the house, listens, and stays until it is asked to stop. */
export async function serve(): Promise<number> {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
  tell('cli/opening');
  const opened = await open(false);
  if (!opened.ok) return tellRefusal(opened.refusal);
  try {
    return await stand(opened.value, stopping.signal);
  } finally {
    await opened.value.house.close();
  }
}

async function stand({ config, house }: Opened, stopping: AbortSignal): Promise<number> {
  const listening = await listen(house.http, config);
  if (!listening.ok) return tellRefusal(listening.refusal);
  const { port } = listening.value;
  const address = config.publicUrl ?? `http://${spoken(config.host)}:${port}`;
  house.standAt(address);
  await house.startJobs();
  if (port !== config.port) tell('cli/next_port', { taken: config.port, port });
  tell('cli/ready', { address });
  const token = await house.workspace.signIn.firstAdminToken();
  if (token !== undefined) tell('cli/first_admin', { link: `${address}/welcome?token=${token}` });
  if (!stopping.aborted) await once(stopping, 'abort');
  tell('cli/stopping');
  await listening.value.stop();
  return EXIT.done;
}

/** A host as a browser takes it. */
function spoken(host: string): string {
  if (host === '0.0.0.0' || host === '::' || host === '127.0.0.1') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
