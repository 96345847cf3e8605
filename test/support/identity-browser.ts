const MAX_STEPS = 15;

/**
 * Signs a person in at the stand-in of the identity provider as a browser does: follows redirects, keeps cookies, fills the form.
 * Returns the address at which the client would be called back; that call is not made. Throws when the stand-in shows a page that
 * is not the form, or the form again.
 */
export async function signInAtIdentityMock(
  authorizationUrl: string,
  personalNumber: string,
  passcode: string,
): Promise<string> {
  const browser = new IdentityBrowser(new URL(authorizationUrl).origin);
  const form = await browser.open(authorizationUrl);
  if ('callbackUrl' in form) return form.callbackUrl;
  if (form.status !== 200) throw new Error(`the stand-in answered ${form.status} instead of its form`);
  const end = await browser.submit(form.url, { personalNumber, passcode });
  if ('callbackUrl' in end) return end.callbackUrl;
  throw new Error(`the stand-in answered the form with ${end.status}`);
}

/** A page of the stand-in. */
export interface ShownPage {
  readonly status: number;
  readonly url: string;
  readonly headers: Headers;
  readonly text: string;
}

/** Where the browser ended: at a page of the stand-in, or about to leave for the client. */
export type BrowserEnd = ShownPage | { readonly callbackUrl: string };

/** A browser for one site: cookies by name and path, redirects followed while they stay on the site. */
export class IdentityBrowser {
  private readonly cookies = new Map<string, { readonly path: string; readonly pair: string }>();

  constructor(private readonly site: string) {}

  open(url: string): Promise<BrowserEnd> {
    return this.walk(url, { method: 'GET' });
  }

  submit(url: string, fields: Record<string, string>): Promise<BrowserEnd> {
    return this.walk(url, { method: 'POST', body: new URLSearchParams(fields) });
  }

  private async walk(start: string, first: RequestInit): Promise<BrowserEnd> {
    let url = start;
    let request = first;
    for (let step = 0; step < MAX_STEPS; step++) {
      const headers = { Accept: 'text/html', Cookie: this.cookiesFor(url) };
      const response = await fetch(url, { ...request, headers, redirect: 'manual' });
      this.keepCookies(response);
      const location = response.headers.get('location');
      if (response.status < 300 || response.status >= 400 || location === null) {
        return { status: response.status, url, headers: response.headers, text: await response.text() };
      }
      await response.body?.cancel();
      url = new URL(location, url).href;
      if (new URL(url).origin !== this.site) return { callbackUrl: url };
      request = { method: 'GET' };
    }
    throw new Error(`more than ${MAX_STEPS} redirects`);
  }

  private keepCookies(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(/;\s*/);
      const valueOf = (name: string) =>
        attributes.find((one) => one.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1);
      const path = valueOf('path') ?? '/';
      const key = `${pair.split('=')[0]} ${path}`;
      const expires = valueOf('expires');
      if (valueOf('max-age') === '0' || (expires && Date.parse(expires) <= Date.now())) this.cookies.delete(key);
      else this.cookies.set(key, { path, pair });
    }
  }

  private cookiesFor(url: string): string {
    const { pathname } = new URL(url);
    const within = (path: string): boolean =>
      pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`);
    return [...this.cookies.values()]
      .filter(({ path }) => within(path))
      .map(({ pair }) => pair)
      .join('; ');
  }
}
