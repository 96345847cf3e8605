import {
  Button,
  Checkbox,
  Group,
  NumberInput,
  Paper,
  SimpleGrid,
  Stack,
  Switch,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { localDate } from '@luutru/calendar';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { useSubmit } from '../../forms/use-submit';
import { Problem } from '../../states/problem';
import { useCodeNames } from '../../api/code-names';
import type { Note } from './note-words';

interface NoteFormProps {
  readonly facilityId: string;
  /** The one written anew; absent: a new one. */
  readonly note?: Note;
  readonly onDone: () => void;
}

interface NoteValues {
  visitedOn: string;
  findings: string[];
  notDeclared: number | string;
  text: string;
  share: boolean;
}

/** What an officer writes down of a visit. */
export function NoteForm({ facilityId, note, onDone }: NoteFormProps) {
  const { t } = useTranslation('compliance');
  const client = useQueryClient();
  const findings = useCodeNames('inspection-finding');
  const form = useForm<NoteValues>({
    initialValues: {
      visitedOn: note?.visitedOn ?? localDate(new Date()),
      findings: [...(note?.findings ?? [])],
      notDeclared: note?.notDeclared ?? '',
      text: note?.text ?? '',
      share: false,
    },
  });
  const submit = useSubmit(
    form,
    ({ share, notDeclared, ...rest }) => {
      const content = { ...rest, ...(notDeclared !== '' && { notDeclared: Number(notDeclared) }) };
      return note
        ? api.reviseNote({ path: { noteId: note.noteId }, body: { ...content, version: note.version } })
        : api.writeNote({ body: { ...content, facilityId, share } });
    },
    () => {
      void client.invalidateQueries({ queryKey: ['listNotes'] });
      void client.invalidateQueries({ queryKey: ['getNote'] });
      onDone();
    },
  );
  return (
    <Paper withBorder p="md">
      <form ref={submit.ref} onSubmit={submit.onSubmit}>
        <Stack gap="sm">
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput label={t('noteForm.visitedOn')} type="date" required {...form.getInputProps('visitedOn')} />
            <NumberInput
              label={t('noteForm.notDeclared')}
              description={t('noteForm.notDeclaredHint')}
              min={0}
              max={9_999}
              hideControls
              {...form.getInputProps('notDeclared')}
            />
          </SimpleGrid>
          <Checkbox.Group label={t('noteForm.findings')} required {...form.getInputProps('findings')}>
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing={6} mt={4}>
              {findings.options.map(({ value, label }) => (
                <Checkbox key={value} value={value} label={label} />
              ))}
            </SimpleGrid>
          </Checkbox.Group>
          <Textarea
            label={t('noteForm.text')}
            autosize
            minRows={3}
            maxLength={4_000}
            required
            {...form.getInputProps('text')}
          />
          {!note && (
            <Switch
              label={t('noteForm.share')}
              description={t('noteForm.shareHint')}
              {...form.getInputProps('share', { type: 'checkbox' })}
            />
          )}
          <Problem error={submit.error} shown={submit.shown} />
          <Group>
            <Button type="submit" loading={submit.isPending}>
              {t('noteForm.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
