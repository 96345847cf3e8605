import type { Output } from '@luutru/client';
import { Button, Group, List, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { IconId } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { showMoment } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { useCodeNames } from '../../api/code-names';
import { PersonWords } from '../police/person-words';
import type { Stated } from '../police/stated';
import { Tag } from '../police/tag';
import { UnitName } from '../police/units';
import { choose } from './work';

type Found = Output<'searchPersons'>['persons'][number];

/** A hit: who, how well and why it fits, and where they were last. */
export function FoundPerson({ person, stated }: { person: Found; stated: Stated }) {
  const { t } = useTranslation('person-search');
  const language = useLanguage();
  const navigate = useNavigate();
  const [newest] = person.stays;
  const percent = Math.round(person.score * 100);
  const open = (): void => {
    if (!newest) return;
    const place = choose({ facilityId: newest.facility.facilityId, stayId: newest.stayId, stated });
    void navigate({ to: '/search/person/$place', params: { place } });
  };
  return (
    <Paper withBorder p="md" component="article">
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={4} flex="1 1 300px">
          <Title order={3} size="h4">
            {person.fullName}
          </Title>
          <PersonWords person={person} />
          <List size="sm" aria-label={t('why')}>
            {person.reasons.map(({ code, vi, en }) => (
              <List.Item key={`${code} ${vi}`}>{language === 'en' ? en : vi}</List.Item>
            ))}
          </List>
        </Stack>
        <Stack gap={4} w={{ base: '100%', xs: 190 }}>
          <Text size="sm" fw={600}>
            {t('score', { percent })}
          </Text>
          <Progress value={percent} aria-label={t('score', { percent })} />
          <Button onClick={open} leftSection={<IconId size={18} aria-hidden />} mt={4}>
            {t('openPerson')}
          </Button>
        </Stack>
      </Group>
      <Stays person={person} />
    </Paper>
  );
}

function Stays({ person }: { person: Found }) {
  const { t } = useTranslation('person-search');
  const { t: police } = useTranslation('police');
  const kinds = useCodeNames('facility-kind');
  const more = person.stayCount - person.stays.length;
  return (
    <Stack gap={2} mt="xs">
      {person.stays.map(({ stayId, facility, state, arrivedAt, departedAt, room, seat }) => (
        <Text size="sm" key={stayId} component="div">
          <Tag tone={state === 'in_house' ? 'good' : state === 'overdue' ? 'warn' : 'plain'}>
            {police(`state.${state}`)}
          </Tag>{' '}
          {facility.name} ({kinds.nameOf(facility.kind)}, <UnitName unitId={facility.wardId} />)
          {room !== null && `, ${police('place.room', { value: room })}`}
          {seat !== null && `, ${police('place.seat', { value: seat })}`} ·{' '}
          {t('fromTo', {
            from: showMoment(arrivedAt),
            to: departedAt === null ? police('now') : showMoment(departedAt),
          })}
        </Text>
      ))}
      {more > 0 && (
        <Text size="sm" c="dimmed">
          {t('moreStays', { count: more })}
        </Text>
      )}
    </Stack>
  );
}
