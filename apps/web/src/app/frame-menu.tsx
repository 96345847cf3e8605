import { Menu, NativeSelect, UnstyledButton, Group, Text } from '@mantine/core';
import { useMantineColorScheme } from '@mantine/core';
import { IconLanguage, IconLogout, IconMoon, IconSun, IconUserCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { chooseFacility, useFacilities } from '../api/facility';
import { may, type Session } from '../api/session';
import { switchLanguage } from '../i18n/i18n';
import { useLanguage } from '../i18n/use-language';
import { signOut } from './sign-out';

/** The facility worked for, and the menu of the person: language, colours, signing out. */
export function FrameMenu({ session }: { session: Session }) {
  return (
    <Group ms="auto" gap="xs" wrap="nowrap" miw={0}>
      {may(session, 'facility.read') && <FacilityChoice />}
      <PersonMenu session={session} />
    </Group>
  );
}

function FacilityChoice() {
  const { t } = useTranslation('common');
  const { facilities, facility } = useFacilities();
  if (!facility) return null;
  if (facilities.length === 1) {
    return (
      <Text size="sm" c="dimmed" truncate>
        {facility.name}
      </Text>
    );
  }
  return (
    <NativeSelect
      aria-label={t('frame.facility')}
      data={facilities.map(({ facilityId, name }) => ({ value: facilityId, label: name }))}
      value={facility.facilityId}
      onChange={(event) => chooseFacility(event.currentTarget.value)}
      maw={220}
    />
  );
}

function PersonMenu({ session }: { session: Session }) {
  const { t } = useTranslation('common');
  const language = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const dark = colorScheme === 'dark';
  return (
    <Menu position="bottom-end" width={240} withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <UnstyledButton aria-label={t('frame.menuOf', { name: session.displayName })} p={8} mih={44} miw={44}>
          <Group gap={6} wrap="nowrap">
            <IconUserCircle aria-hidden />
            <Text size="sm" visibleFrom="md" truncate maw={180}>
              {session.displayName}
            </Text>
          </Group>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{session.displayName}</Menu.Label>
        <Menu.Item
          leftSection={<IconLanguage size={18} aria-hidden />}
          lang={language === 'vi' ? 'en' : 'vi'}
          onClick={() => void switchLanguage(language === 'vi' ? 'en' : 'vi')}
        >
          {language === 'vi' ? 'English' : 'Tiếng Việt'}
        </Menu.Item>
        <Menu.Item
          leftSection={dark ? <IconSun size={18} aria-hidden /> : <IconMoon size={18} aria-hidden />}
          onClick={() => setColorScheme(dark ? 'light' : 'dark')}
        >
          {t(dark ? 'frame.light' : 'frame.dark')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={18} aria-hidden />} onClick={() => void signOut()}>
          {t('frame.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
