import type { Output } from '@luutru/client';

type Kept = Omit<Output<'getSession'>, 'csrfToken'>;

const KEY = 'luutru.session';

/** What the frame needs to open without a network. It gives no right to anything: the API asks for the cookie itself. */
export function keepSnapshot(session: Kept): void {
  localStorage.setItem(KEY, JSON.stringify(session));
}

export function readSnapshot(): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}

export const forgetSnapshot = (): void => localStorage.removeItem(KEY);
