export async function names(): Promise<void> {
  throw new Error('to come');
}
