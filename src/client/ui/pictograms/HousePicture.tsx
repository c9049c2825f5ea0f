/** A drawing somebody of the team chose by its name, of all there are; what is not there is a message. */
import { housePictograms } from './house-pictograms.ts';
import { laterPictograms } from './later-pictograms.ts';
import { Drawing, isPictogramName, Pictogram } from './Pictogram.tsx';
import type { Shape } from './shape.ts';

const others: Readonly<Record<string, readonly Shape[]>> = { ...housePictograms, ...laterPictograms };

export function HousePicture({ name }: { readonly name: string }) {
  const shapes = Object.hasOwn(others, name) ? others[name] : undefined;
  if (shapes !== undefined) return <Drawing shapes={shapes} />;
  return <Pictogram name={isPictogramName(name) ? name : 'message'} />;
}
