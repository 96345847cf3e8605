import type { Output } from '@luutru/client';
import { Button, Group, List, Paper, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language';
import { PersonWords } from '../police/person-words';
import type { Stated } from '../police/stated';
import { choose } from './work';

type View = Output<'viewPerson'>;

interface CompanionsProps {
  readonly companions: View['companions'];
  readonly stays: View['stays'];
  readonly stated: Stated;
}

/** Who was there too, and why that is thought; each can be looked at in turn, which is a look of its own. */
export function Companions({ companions, stays, stated }: CompanionsProps) {
  const { t } = useTranslation('person-search');
  const language = useLanguage();
  const navigate = useNavigate();
  if (companions.length === 0) return <Text c="dimmed">{t('person.noCompanions')}</Text>;
  const facilityOf = new Map(stays.map(({ stayId, facility }) => [stayId, facility.name]));
  return (
    <Stack gap="xs">
      {companions.map(({ facilityId, stayId, person, reasons, ofStayIds }) => {
        const together = [...new Set(ofStayIds.map((id) => facilityOf.get(id)).filter((name) => name !== undefined))];
        const open = (): void => {
          const place = choose({ facilityId, stayId, stated });
          void navigate({ to: '/search/person/$place', params: { place } });
        };
        return (
          <Paper withBorder p="sm" key={stayId} component="article">
            <Group justify="space-between" align="flex-start" gap="xs" wrap="nowrap">
              <div>
                <Text fw={600}>{person.fullName}</Text>
                <PersonWords person={person} />
                <List size="sm">
                  {reasons.map(({ code, vi, en }) => (
                    <List.Item key={code}>{language === 'en' ? en : vi}</List.Item>
                  ))}
                </List>
                {together.length > 0 && (
                  <Text size="sm" c="dimmed">
                    {t('person.together', { count: ofStayIds.length, places: together.join('; ') })}
                  </Text>
                )}
              </div>
              <Button
                size="xs"
                variant="default"
                style={{ flexShrink: 0 }}
                onClick={open}
                aria-label={t('person.openCompanionOf', { name: person.fullName })}
              >
                {t('person.openCompanion')}
              </Button>
            </Group>
          </Paper>
        );
      })}
    </Stack>
  );
}
