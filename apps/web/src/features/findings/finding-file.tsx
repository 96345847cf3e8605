import type { Output } from '@luutru/client';
import { Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { useSubmit } from '../../forms/use-submit';
import { showMoment } from '../../i18n/format';
import { Problem } from '../../states/problem';
import { Loading } from '../../states/states';
import { choose } from '../person-search/work';
import { useLook } from '../police/look';
import { PersonWords } from '../police/person-words';
import type { Stated } from '../police/stated';

type Finding = Output<'listFindings'>['findings'][number];
type File = Output<'openFinding'>;

/** Whom a finding is about, what was noted, and the decision on the part of one's own area. */
export function FindingFile({ finding, stated: now }: { finding: Finding; stated: Stated }) {
  const { t } = useTranslation('findings');
  // The purpose it was opened for: another one stated meanwhile is no new look.
  const [stated] = useState(now);
  const query = useLook('openFinding', { path: { findingId: finding.findingId }, body: { ...stated } });
  if (query.isPending) return <Loading />;
  if (query.isError) return <Problem error={query.error} retry={() => void query.refetch()} />;
  const { people, notes } = query.data;
  return (
    <Stack gap="sm">
      <People people={people} stated={stated} />
      {notes.map(({ at, text }) => (
        <Text size="sm" key={at}>
          {showMoment(at)}: {text}
        </Text>
      ))}
      {notes.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noNotes')}
        </Text>
      )}
      {finding.state !== 'lapsed' && <Decision finding={finding} />}
    </Stack>
  );
}

function People({ people, stated }: { people: File['people']; stated: Stated }) {
  const { t } = useTranslation('findings');
  const navigate = useNavigate();
  const open = (facilityId: string, stayId: string): void => {
    const place = choose({ facilityId, stayId, stated });
    void navigate({ to: '/search/person/$place', params: { place } });
  };
  return people.map(({ stayId, facility, from, to, person }) => (
    <Group key={stayId} justify="space-between" gap="xs">
      <div>
        <Text fw={600}>{person.fullName}</Text>
        <PersonWords person={person} />
        <Text size="sm" c="dimmed">
          {facility.name} · {t('fromUntil', { from: showMoment(from), until: to === null ? '…' : showMoment(to) })}
        </Text>
      </div>
      <Button
        size="xs"
        variant="default"
        aria-label={t('personOf', { name: person.fullName })}
        onClick={() => open(facility.facilityId, stayId)}
      >
        {t('person')}
      </Button>
    </Group>
  ));
}

function Decision({ finding }: { finding: Finding }) {
  const { t } = useTranslation('findings');
  const client = useQueryClient();
  const { findingId, state } = finding;
  const form = useForm({ initialValues: { decision: state === 'open' ? 'handled' : 'open', note: '' } });
  const submit = useSubmit(
    form,
    ({ decision, note }) =>
      api.decideFinding({
        path: { findingId },
        body: { decision: decision as 'handled', note, looked: state },
      }),
    () => void client.invalidateQueries({ queryKey: ['listFindings'] }),
  );
  const decisions = state === 'open' ? (['handled', 'dismissed'] as const) : (['open'] as const);
  return (
    <form ref={submit.ref} onSubmit={submit.onSubmit}>
      <Stack gap="sm">
        <Radio.Group label={t('decision.label')} {...form.getInputProps('decision')}>
          <Group gap="md" mt={4}>
            {decisions.map((value) => (
              <Radio key={value} value={value} label={t(`decision.${value}`)} />
            ))}
          </Group>
        </Radio.Group>
        <Textarea
          label={t('decision.note')}
          autosize
          minRows={2}
          maxLength={1_000}
          required
          {...form.getInputProps('note')}
        />
        <Problem error={submit.error} shown={submit.shown} />
        <Group>
          <Button type="submit" loading={submit.isPending}>
            {t('decision.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
