/**
 * The address a request comes from. Behind `proxies` trusted proxies it is that many from the end of
 * X-Forwarded-For; what stands before was written by the caller himself.
 */
export function peerAddress(forwarded: string | null, remote: string, proxies: number): string {
  if (proxies === 0 || forwarded === null) return remote;
  const hops = forwarded.split(',').map((hop) => hop.trim());
  return hops.at(-proxies) ?? remote;
}
