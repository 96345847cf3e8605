import { Button, Group, NativeSelect, Paper, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { useSubmit } from '../../forms/use-submit';
import { Problem } from '../../states/problem';
import type { Entry } from './entry';
import { partialDate } from './entry-facts';
import { SeveralInputs } from './several-inputs';
import { typedDate } from './typed-date';

interface EntryValues {
  names: string[];
  documentNumbers: string[];
  birthDates: string[];
  sex: '' | 'M' | 'F';
  nationality: string;
  note: string;
  photoRef: string;
  reference: string;
}

interface EntryFormProps {
  readonly listId: string;
  /** The one to be changed; absent: a new one. */
  readonly entry?: Entry;
  readonly onDone: (proposalId: string) => void;
}

const filled = (texts: readonly string[]): string[] => texts.map((text) => text.trim()).filter((text) => text !== '');

function valuesOf(entry: Entry | undefined) {
  const known = entry?.entry;
  // In the shape of the request, so that faults find their fields by their pointers.
  const content: EntryValues = {
    names: [...(known?.names ?? [''])],
    documentNumbers: [...(known?.documentNumbers ?? [])],
    birthDates: (known?.birthDates ?? []).map(partialDate),
    sex: (known?.sex ?? '') as EntryValues['sex'],
    nationality: known?.nationality ?? '',
    note: known?.note ?? '',
    photoRef: known?.photoRef ?? '',
    reference: known?.reference ?? '',
  };
  const changes: [{ entry: EntryValues; validUntil: string }] = [
    { entry: content, validUntil: entry?.validUntil ?? '' },
  ];
  return { changes };
}

/** Proposes somebody for a list, or another description of them. */
export function EntryForm({ listId, entry, onDone }: EntryFormProps) {
  const { t } = useTranslation('watch-lists');
  const { t: police } = useTranslation('police');
  const form = useForm({ initialValues: valuesOf(entry) });
  const submit = useSubmit(
    form,
    ({ changes: [change] }) =>
      api.proposeWatchListEntries({
        path: { listId },
        body: {
          changes: [
            {
              ...(entry ? { action: 'change', entryId: entry.entryId, version: entry.version } : { action: 'add' }),
              entry: contentOf(change.entry),
              ...(change.validUntil !== '' && { validUntil: change.validUntil }),
            },
          ],
        },
      }),
    ({ proposalId }) => onDone(proposalId),
  );
  const at = (field: string): string => `changes.0.entry.${field}`;
  return (
    <Paper withBorder p="md">
      <form ref={submit.ref} onSubmit={submit.onSubmit}>
        <Stack gap="sm">
          <SimpleGrid cols={{ base: 1, md: 3 }}>
            <SeveralInputs form={form} path={at('names')} label={t('entry.names')} max={10} required />
            <SeveralInputs form={form} path={at('documentNumbers')} label={t('entry.documentNumbers')} max={10} />
            <SeveralInputs
              form={form}
              path={at('birthDates')}
              label={t('entry.birthDates')}
              hint={t('entry.birthDatesHint')}
              max={5}
            />
          </SimpleGrid>
          <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
            <NativeSelect
              label={t('entry.sex')}
              data={[
                { value: '', label: t('entry.unknown') },
                { value: 'F', label: police('sex.F') },
                { value: 'M', label: police('sex.M') },
              ]}
              {...form.getInputProps(at('sex'))}
            />
            <TextInput
              label={t('entry.nationality')}
              placeholder="VNM"
              maxLength={3}
              {...form.getInputProps(at('nationality'))}
            />
            <TextInput label={t('form.validUntil')} type="date" {...form.getInputProps('changes.0.validUntil')} />
            <TextInput label={t('entry.reference')} maxLength={100} {...form.getInputProps(at('reference'))} />
            <TextInput label={t('entry.photoRef')} maxLength={200} {...form.getInputProps(at('photoRef'))} />
          </SimpleGrid>
          <Textarea
            label={t('entry.note')}
            autosize
            minRows={2}
            maxLength={2_000}
            {...form.getInputProps(at('note'))}
          />
          <Problem error={submit.error} shown={submit.shown} />
          <Group>
            <Button type="submit" loading={submit.isPending}>
              {t(entry ? 'proposeChange' : 'proposeEntry')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}

function contentOf({ names, documentNumbers, birthDates, sex, nationality, ...texts }: EntryValues) {
  const given = Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''));
  return {
    ...given,
    names: filled(names),
    documentNumbers: filled(documentNumbers),
    birthDates: filled(birthDates).map(typedDate),
    ...(sex !== '' && { sex }),
    ...(nationality.trim() !== '' && { nationality: nationality.trim().toUpperCase() }),
  };
}
