import { type FileSource, FORMS, type FormId, mendedFile, recognise, type Recognised } from '@luutru/declaration-file';
import type { BatchRecord } from './batch.record';

/** What the file of a batch is: told from its content as it came, known for mended rows. Throws as `recognise` does. */
export async function recogniseBatch(
  { mends, form }: Pick<BatchRecord, 'mends' | 'form'>,
  source: FileSource,
  fileName: string | null,
): Promise<Recognised> {
  if (mends === null) return recognise(source, fileName ?? undefined);
  return mendedFile(FORMS[form as FormId]);
}
