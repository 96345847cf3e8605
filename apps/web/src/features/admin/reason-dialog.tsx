import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormDialog } from '../../forms/form-dialog';

interface ReasonDialogProps<Answer> {
  readonly title: string;
  readonly hint?: string;
  readonly label: string;
  readonly action: string;
  readonly danger?: boolean;
  readonly send: (reason: string) => Promise<Answer>;
  readonly onDone: (answer: Answer) => void;
  readonly onClose: () => void;
}

/** Something that is done for a stated reason. */
export function ReasonDialog<Answer>({ label, send, ...props }: ReasonDialogProps<Answer>) {
  const form = useForm({ initialValues: { reason: '' } });
  return (
    <FormDialog {...props} form={form} send={({ reason }) => send(reason)}>
      <Textarea label={label} rows={3} required data-autofocus {...form.getInputProps('reason')} />
    </FormDialog>
  );
}
