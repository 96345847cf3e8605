/** What is written to standard output meanwhile, which shows nothing of it. */
export async function writtenBy(work: () => Promise<void>): Promise<string> {
  const written: string[] = [];
  const spy = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
  try {
    await work();
    return written.join('');
  } finally {
    spy.mockRestore();
  }
}
