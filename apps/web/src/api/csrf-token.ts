let token: string | null = null;

/** Proof that a request comes from our own page. It lives as long as the page and is asked for anew with the session. */
export const csrfToken = (): string | null => token;

export function keepCsrfToken(next: string | null): void {
  token = next;
}
