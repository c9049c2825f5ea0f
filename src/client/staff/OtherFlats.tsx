/** The other flats of who works at more than one: one tap, and one is there. Nothing where there are none. */
import { useEffect, useState } from 'preact/hooks';
import type { OtherFlat } from '../app/staff-app.ts';
import { Button } from './controls.tsx';
import { useDesk } from './desk-context.ts';

export function useOtherFlats(): readonly OtherFlat[] {
  const { app } = useDesk();
  const [flats, setFlats] = useState<readonly OtherFlat[]>([]);
  useEffect(() => {
    let gone = false;
    void app.flats.list().then((found) => (gone ? undefined : setFlats(found)));
    return () => {
      gone = true;
    };
  }, [app]);
  return flats;
}

export function OtherFlats() {
  const { app, t } = useDesk();
  const flats = useOtherFlats();
  if (flats.length === 0) return null;
  const goTo = async ({ id, name }: OtherFlat) => {
    const address = await app.flats.addressOf(id);
    if (address === null) app.say(t('deskflats:closed', { name }));
    else app.open(address);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
    <div class="s-flats" role="group" aria-label={t('deskflats:others')}>
      {flats.map((flat) => (
        <Button key={flat.id} tone="link" onPress={() => void goTo(flat)}>
          {t('deskflats:goTo', { name: flat.name })}
        </Button>
      ))}
    </div>
  );
}
