import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { BlockList, isIPv6 } from 'node:net';
import { join } from 'node:path';
import type { Log } from '#platform/log/index.ts';

const MARK = 'proxy-seen';

/** Where one's own proxies stand: this machine and private networks. Strangers may write any header they like. */
const NEAR = new BlockList();
for (const [network, prefix] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  NEAR.addSubnet(network, prefix);
NEAR.addAddress('::1', 'ipv6');
NEAR.addSubnet('fc00::', 7, 'ipv6');

interface ProxyWatch {
  readonly dataFolder: string;
  /** How many proxies in front are declared. */
  readonly trusted: number;
  readonly log: Log;
}

/**
 * Notices that requests come through a proxy nobody has declared: all callers then seem to be one, and limits on tries
 * count them together. Said once in the log, and noted in the data folder for `passerelle doctor`.
 */
export function watchProxies({
  dataFolder,
  trusted,
  log,
}: ProxyWatch): (forwarded: string | null, remote: string) => void {
  const mark = join(dataFolder, MARK);
  let isSaid = false;
  if (trusted > 0) rm(mark, { force: true }).catch(() => undefined);
  return (forwarded, remote) => {
    if (isSaid || trusted > 0 || forwarded === null || !isNear(remote)) return;
    isSaid = true;
    log.warn('requests come through a proxy that is not declared: set PASSERELLE_TRUSTED_PROXIES', {});
    writeFile(mark, '').catch((error: unknown) => log.warn('the proxy could not be noted', { error }));
  };
}

function isNear(address: string): boolean {
  const bare = address.replace(/^::ffff:/i, '');
  return NEAR.check(bare, isIPv6(bare) ? 'ipv6' : 'ipv4');
}

/** Whether an undeclared proxy was noticed since proxies were last declared. */
export function wasProxySeen(dataFolder: string): boolean {
  return existsSync(join(dataFolder, MARK));
}
