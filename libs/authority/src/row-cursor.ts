import { Injectable } from '@nestjs/common';
import { AppError, BlindIndex } from '@luutru/platform';
import type { RowPosition } from './masked-rows.read-model';

const PURPOSE = 'authority-cursor';

/**
 * Cursors of pages: signed, and bound to reader, policy version and filters, so that a page is a page of the list it was given
 * for. The key in it orders rows and belongs to nothing else: it is no id of a stay and cannot be turned into one.
 */
@Injectable()
export class RowCursor {
  constructor(private readonly index: BlindIndex) {}

  /** @param bound what the list is, in a canonical form */
  write({ day, key }: RowPosition, bound: string): string {
    const text = Buffer.from(JSON.stringify([day, key])).toString('base64url');
    return `${text}.${this.index.of(PURPOSE, `${text}|${bound}`).value.toString('base64url')}`;
  }

  /** Throws `cursor-invalid` for what was not given for this list. */
  read(cursor: string, bound: string): RowPosition {
    const [text = '', signature = ''] = cursor.split('.');
    const signed = this.index
      .candidates(PURPOSE, `${text}|${bound}`)
      .some(({ value }) => value.toString('base64url') === signature);
    if (!signed) throw new AppError('cursor-invalid', 'invalid');
    const [day, key] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as [string | null, string];
    return { day, key };
  }
}
