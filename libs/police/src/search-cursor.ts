import { Injectable } from '@nestjs/common';
import { AppError, BlindIndex } from '@luutru/platform';

/** Which page of which search comes next. */
export interface SearchPosition {
  readonly searchId: string;
  readonly page: number;
  /** When the search began: what was declared later does not count. */
  readonly asOf: Date;
}

const PURPOSE = 'search-cursor';
const FORM = /^([0-9a-f-]{36})\.([2-9])\.(\d{12,15})\.([\w-]{22})$/;

/**
 * Cursors of pages: signed, and bound to officer, purpose and criteria, so that a page is a page of the search it was given
 * for and of no other. They hold nothing that was searched for.
 */
@Injectable()
export class SearchCursor {
  constructor(private readonly index: BlindIndex) {}

  /** @param bound what the search is bound to, in a canonical form */
  write({ searchId, page, asOf }: SearchPosition, bound: string): string {
    const text = `${searchId}.${page}.${asOf.getTime()}`;
    return `${text}.${this.index.of(PURPOSE, `${text}|${bound}`).value.toString('base64url')}`;
  }

  /** Throws `cursor-invalid` for what was not given for this search. */
  read(cursor: string, bound: string): SearchPosition {
    const [, searchId = '', page = '', at = '', signature = ''] = FORM.exec(cursor) ?? [];
    const text = `${searchId}.${page}.${at}`;
    const signed = this.index
      .candidates(PURPOSE, `${text}|${bound}`)
      .some(({ value }) => value.toString('base64url') === signature);
    if (!signed) throw new AppError('cursor-invalid', 'invalid');
    return { searchId, page: Number(page), asOf: new Date(Number(at)) };
  }
}
