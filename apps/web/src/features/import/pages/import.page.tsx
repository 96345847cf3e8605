import { Alert, Anchor, Button, FileButton, Paper, Stack, Text } from '@mantine/core';
import { IconFileSpreadsheet, IconUpload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { type Facility, useFacilities } from '../../../api/facility';
import { Page } from '../../../app/page';
import { useLanguage } from '../../../i18n/use-language';
import { Problem } from '../../../states/problem';
import { Empty, Loading } from '../../../states/states';
import { BatchPanel } from '../batch-panel';
import { PastBatches } from '../past-batches';
import { useBatch } from '../use-batch';
import '../import.css';

const route = getRouteApi('/frame/import');
const TYPES = '.xlsx,.csv,.xml,.jsonl';

/** A file of declarations: dropped, checked as if it were recorded, looked at row by row, and recorded. */
export function ImportPage() {
  const { t } = useTranslation('import');
  const { facility, isPending, error, refetch } = useFacilities();
  if (isPending) return <Loading />;
  if (!facility) {
    return (
      <Page title={t('title')}>
        {error ? <Problem error={error} retry={() => void refetch()} /> : <Empty title={t('noFacility')} />}
      </Page>
    );
  }
  return <Import key={facility.facilityId} facility={facility} />;
}

function Import({ facility }: { facility: Facility }) {
  const { t } = useTranslation('import');
  const language = useLanguage();
  const { facilityId } = facility;
  const { batch: chosen } = route.useSearch();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const batchId = chosen ?? null;
  const [over, setOver] = useState(false);
  const send = useMutation({
    mutationFn: (file: File) =>
      api.createBatch({ query: { facilityId, mode: 'validate', fileName: file.name }, body: file }),
    onSuccess: (received) => {
      void navigate({ to: '/import', search: { batch: received.batchId } });
      void queries.invalidateQueries({ queryKey: ['listBatches'] });
    },
  });
  const batch = useBatch(batchId);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file && !send.isPending) send.mutate(file);
  };
  return (
    <Page title={t('title')} hint={t('hint')}>
      <Paper
        withBorder
        p="lg"
        className="drop"
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Stack align="center" gap="xs">
          <IconFileSpreadsheet size={36} aria-hidden />
          <Text>{t('dropHere')}</Text>
          <FileButton
            accept={TYPES}
            onChange={(file) => file && send.mutate(file)}
            inputProps={{ 'aria-label': t('choose') }}
          >
            {(props) => (
              <Button {...props} loading={send.isPending} leftSection={<IconUpload size={18} aria-hidden />}>
                {t('choose')}
              </Button>
            )}
          </FileButton>
          <Text size="sm" c="dimmed">
            {t('types')}
          </Text>
          <Anchor
            size="sm"
            href={`/v1/templates/${formOf(facility)}?facilityId=${facilityId}&language=${language}`}
            download
          >
            {t('template')}
          </Anchor>
        </Stack>
      </Paper>
      <Problem error={send.error} />
      {send.data?.sameFile === true && batchId === send.data.batchId && (
        <Alert color="orange" title={t('sameFile')}>
          {t('sameFileHint')}
        </Alert>
      )}
      {batchId !== null && batch.isPending && <Loading />}
      <Problem error={batch.error} retry={() => void batch.refetch()} />
      {batch.data && <BatchPanel key={batch.data.batchId} batch={batch.data} />}
      <PastBatches facilityId={facilityId} shown={chosen} />
    </Page>
  );
}

/** The form that fits what the facility declares. */
function formOf({ stayKinds }: Facility): string {
  if (stayKinds.includes('passenger')) return 'manifest';
  if (stayKinds.includes('patient')) return 'hospital';
  return stayKinds.includes('guest') ? 'portal' : 'tenants';
}
