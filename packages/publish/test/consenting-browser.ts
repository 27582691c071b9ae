/** A person with a browser who chooses an account on a page of consent, or says no to it. */
export function consentingBrowser({ account }: { readonly account?: string } = {}) {
  /** Reads the page, presses a button, and says where the browser is sent. */
  async function consent(url: string): Promise<URL> {
    const page = await (await fetch(url)).text();
    const first = /<button name="account" value="(?<id>[^"]*)"/.exec(page)?.groups?.['id'];
    const body = new URLSearchParams({ account: account ?? first ?? '' });
    const answer = await fetch(url, { method: 'POST', body, redirect: 'manual' });
    return new URL(answer.headers.get('location') ?? 'about:blank');
  }
  return {
    consent,
    open: (url: string) => {
      void consent(url)
        .then((back) => fetch(back))
        .then((response) => response.text())
        .catch(() => undefined);
    },
  };
}
