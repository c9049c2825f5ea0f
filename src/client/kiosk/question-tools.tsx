/** The tools of a question that has no header. Refuses Taal: the way back from there would lead past the question. */
import { Tool } from '../ui/Header.tsx';
import { useApp } from './app-context.ts';
import { toolsOf } from './frame.tsx';

/** In the bar beside the first place: who sees little or cannot read must know why something could not be, too. */
export function EyesAndEars() {
  return toolsOf(useApp())
    .filter(({ picture }) => picture !== 'language')
    .map((tool) => <Tool key={typeof tool.picture === 'string' ? tool.picture : tool.picture.key} {...tool} />);
}
