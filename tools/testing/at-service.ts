/**
 * Plays the browser at a sign-in service (the development pages of oidc-provider): signs `who` in from the address it was
 * sent to, agrees to everything, and answers the address at `home` it is sent back to.
 */
export async function atService(address: string, who: string, home: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let next = new URL(address);
  let form: URLSearchParams | undefined;
  for (let step = 0; step < 12; step += 1) {
    const init = form === undefined ? {} : { method: 'POST', body: form };
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    const response = await fetch(next, { headers: { cookie }, redirect: 'manual', ...init });
    for (const set of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=');
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null) {
      const page = await response.text();
      form = new URLSearchParams({
        prompt: read(page, /name="prompt" value="(\w+)"/),
        login: who,
        password: 'peu importe',
      });
      next = new URL(read(page, /action="([^"]+)"/), next);
    } else {
      form = undefined;
      next = new URL(location, next);
      if (next.origin === home) return next;
    }
  }
  throw new Error('The service never sent the browser back.');
}

function read(page: string, pattern: RegExp): string {
  return pattern.exec(page)?.[1] ?? '';
}
