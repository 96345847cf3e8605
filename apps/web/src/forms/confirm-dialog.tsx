import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { FormDialog } from './form-dialog';

interface ConfirmDialogProps<Answer> {
  readonly title: string;
  readonly hint: ReactNode;
  readonly action: string;
  readonly danger?: boolean;
  readonly send: () => Promise<Answer>;
  readonly onDone: (answer: Answer) => void;
  readonly onClose: () => void;
}

/** Asks once more before something is done. */
export function ConfirmDialog<Answer>(props: ConfirmDialogProps<Answer>) {
  const form = useForm({ initialValues: {} });
  return <FormDialog {...props} form={form} />;
}
