import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../app/page';
import { Notices } from '../notices';
import type { Officer } from '../officer';
import { Searches } from '../searches';

/** Who of one's officers searched, when and why; never what was searched for. */
export function SupervisionPage() {
  const { t } = useTranslation('supervision');
  const [part, setPart] = useState<'notices' | 'searches'>('notices');
  const [officer, setOfficer] = useState<Officer | null>(null);
  return (
    <Page title={t('title')} hint={t('hint')}>
      <Group gap="md">
        <SegmentedControl
          aria-label={t('parts')}
          data={[
            { value: 'notices', label: t('notices.title') },
            { value: 'searches', label: t('searches.title') },
          ]}
          value={part}
          onChange={(value) => setPart(value)}
        />
        {officer && (
          <Group gap="xs">
            <Text size="sm">{t('only', { name: officer.officerName ?? t('gone') })}</Text>
            <Button
              size="xs"
              variant="default"
              rightSection={<IconX size={14} aria-hidden />}
              onClick={() => setOfficer(null)}
            >
              {t('everybody')}
            </Button>
          </Group>
        )}
      </Group>
      {part === 'notices' ? (
        <Notices
          key={officer?.officerId}
          officerId={officer?.officerId}
          onSearches={(of) => {
            setOfficer(of);
            setPart('searches');
          }}
        />
      ) : (
        <Searches key={officer?.officerId} officerId={officer?.officerId} onOfficer={setOfficer} />
      )}
    </Page>
  );
}
