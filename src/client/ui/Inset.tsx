/** A sentence of the house around words somebody wrote in Dutch, which are seen apart and read by a Dutch voice. */
import { Fragment } from 'preact';

export interface InsetProps {
  /** With `dutch` filled in. */
  readonly sentence: string;
  readonly dutch: string;
}

export function Inset({ sentence, dutch }: InsetProps) {
  const around = dutch === '' ? [sentence] : sentence.split(dutch);
  return (
    <>
      {around.map((part, i) => (
        <Fragment key={i}>
          {i === 0 ? null : <bdi lang="nl">{dutch}</bdi>}
          {part}
        </Fragment>
      ))}
    </>
  );
}
