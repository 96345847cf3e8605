import type { Visitor } from './visitor';

/** Everything that a page is answered by the API from now on, each answer as text. */
export function heardBy({ page }: Visitor): string[] {
  const answers: string[] = [];
  page.on('response', (response) => {
    if (!response.url().includes('/v1/')) return;
    response.text().then(
      (text) => answers.push(text),
      () => undefined,
    );
  });
  return answers;
}
