/** A fault (the declaration is refused) or a doubt (it is accepted and the doubt is shown) about one field of the input. */
export interface Finding {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** RFC 6901 pointer into the input. */
  readonly pointer: string;
  readonly params?: Readonly<Record<string, string | number | boolean>>;
}

export const fault = (code: string, pointer: string, params?: Finding['params']): Finding => ({
  code,
  severity: 'error',
  pointer,
  ...(params && { params }),
});

export const doubt = (code: string, pointer: string, params?: Finding['params']): Finding => ({
  code,
  severity: 'warning',
  pointer,
  ...(params && { params }),
});
