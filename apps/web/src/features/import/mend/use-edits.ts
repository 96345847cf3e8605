import { useCallback, useEffect, useRef, useState } from 'react';
import { loadDraft, saveDraft } from './draft-store';
import { type Edits, withLeft, without, withText } from './edits';

const SAVE_AFTER_MS = 200;

/** What is typed into the rows of a file. It is kept sealed in the browser; leaving before that is done is warned of. */
export function useEdits(batchId: string) {
  const [edits, setEdits] = useState<Edits | null>(null);
  const unsaved = useRef(false);
  useEffect(() => {
    let stale = false;
    void loadDraft(batchId)
      .catch(() => ({}))
      .then((draft) => !stale && setEdits((typed) => typed ?? draft));
    return () => {
      stale = true;
    };
  }, [batchId]);
  useEffect(() => {
    if (edits === null || !unsaved.current) return;
    const save = (): void => {
      // Without room for it the warning before leaving stays.
      void saveDraft(batchId, edits).then(
        () => (unsaved.current = false),
        () => undefined,
      );
    };
    const timer = setTimeout(save, SAVE_AFTER_MS);
    window.addEventListener('pagehide', save);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', save);
    };
  }, [batchId, edits]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (unsaved.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);
  const change = useCallback((next: (edits: Edits) => Edits): void => {
    unsaved.current = true;
    setEdits((typed) => next(typed ?? {}));
  }, []);
  return {
    /** Null until it is known what was typed before. */
    edits,
    type: useCallback(
      (row: number, field: string, text: string) => change((typed) => withText(typed, row, field, text)),
      [change],
    ),
    leave: useCallback((row: number, left: boolean) => change((typed) => withLeft(typed, row, left)), [change]),
    forget: useCallback((rows: readonly number[]) => change((typed) => without(typed, rows)), [change]),
  };
}
