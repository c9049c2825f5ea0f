/** The first way to say who one is: hold the tag to the reader; and what became of the last one. */
import { CardReader } from '../ui/pictures/CardReader.tsx';
import { useApp } from './app-context.ts';

/** What became of the card, where one is asked for. */
const cardWords = {
  none: 'who:hold',
  reading: 'moment:title',
  unknown: 'refused:cardUnknown',
  tooManyTries: 'refused:cardResting',
  unreachable: 'refused:cardAway',
} as const;

export function HoldCard() {
  const app = useApp();
  return (
    <section class="panel hold">
      <CardReader />
      <p aria-live="polite" aria-busy={app.card.value === 'reading'}>
        {app.i18n.t(cardWords[app.card.value])}
      </p>
    </section>
  );
}
